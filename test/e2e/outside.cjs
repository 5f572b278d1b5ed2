// Loaded into n8n before its own code: writes down each host that is not this machine and that a process looks up or connects to.
const dns = require('node:dns');
const fs = require('node:fs');
const net = require('node:net');

const home = /^(127\.|localhost$|::1$|::ffff:127\.|0\.0\.0\.0$|::$)/;

function told(how, host) {
	if (typeof host === 'string' && host !== '' && !home.test(host)) fs.appendFileSync(process.env.WAYBILL_OUTSIDE, `${how} ${host}\n`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
	const first = Array.isArray(args[0]) ? args[0][0] : args[0];
	told('connects to', typeof first === 'object' && first !== null ? first.host : args[1]);
	return connect.apply(this, args);
};

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
	for (const place of [dns, dns.promises]) {
		const original = place[name];
		place[name] = function (host, ...rest) {
			told('looks up', host);
			return original.call(this, host, ...rest);
		};
	}
}
