// Loaded into n8n before its own code: records each external host that a process looks up or connects to.
const dns = require('node:dns');
const fs = require('node:fs');
const net = require('node:net');

const loopback = /^(127\.|localhost$|::1$|::ffff:127\.|0\.0\.0\.0$|::$)/;

function record(how, host) {
	if (typeof host === 'string' && host !== '' && !loopback.test(host))
		fs.appendFileSync(process.env.WAYBILL_EXTERNAL_CALLS, `${how} ${host}\n`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
	const first = Array.isArray(args[0]) ? args[0][0] : args[0];
	record('connects to', typeof first === 'object' && first !== null ? first.host : args[1]);
	return connect.apply(this, args);
};

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
	for (const resolver of [dns, dns.promises]) {
		const original = resolver[name];
		resolver[name] = function (host, ...rest) {
			record('looks up', host);
			return original.call(this, host, ...rest);
		};
	}
}
