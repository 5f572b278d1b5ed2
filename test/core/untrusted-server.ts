import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** One element of ASN.1, as DER writes it; none here is longer than 64 kB. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
	const body = Buffer.concat(parts);
	const size =
		body.length < 0x80
			? [body.length]
			: body.length < 0x100
				? [0x81, body.length]
				: [0x82, body.length >> 8, body.length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const text = (tag: number, value: string) => der(tag, Buffer.from(value));
const bits = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes);

/** ecdsa-with-SHA256, and the common name. */
const ALGORITHM = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
const NAME = sequence(der(0x31, sequence(der(0x06, Buffer.from('550403', 'hex')), text(0x0c, '127.0.0.1'))));

/** A certificate that its server has made for itself. */
function selfSigned(): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const validity = sequence(text(0x17, '200101000000Z'), text(0x17, '491231235959Z'));
	const tbsCertificate = sequence(
		der(0x02, Buffer.from([1])),
		ALGORITHM,
		NAME,
		validity,
		NAME,
		publicKey.export({ type: 'spki', format: 'der' }),
	);
	const certificate = sequence(tbsCertificate, ALGORITHM, bits(sign('sha256', tbsCertificate, privateKey)));
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
	};
}

/** An untrusted server, and how many requests it received. */
export async function untrustedServer(): Promise<{ address: string; requestCount(): number; close(): Promise<void> }> {
	let requestCount = 0;
	const server = createServer(selfSigned(), (_request, response) => {
		requestCount += 1;
		response.end('[]');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A server that listens on a port has an address of this kind.
	const { port } = server.address() as AddressInfo;
	return {
		address: `https://127.0.0.1:${port}`,
		requestCount: () => requestCount,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
