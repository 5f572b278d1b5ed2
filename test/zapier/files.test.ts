import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { createZapier } from '../../sandbox/hosts/zapier';
import { appFor, authDataFor } from './run-on-zapier';
import { cyke, errorOf, sampleToken, withCyke } from './hosts';
import { scriptedCarrier } from './scripted-carrier';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255, 13, 10, 13, 10]);
const withPicture = (url: string) => ({ ...deliveryV2, dropoff: { ...Object(deliveryV2.dropoff), completion_pictures: [url] } });

const pointerOf = (items: readonly { [key: string]: unknown }[]): string => {
	const files: unknown = items[0]?.files;
	const first: unknown = Array.isArray(files) ? files[0] : undefined;
	return first instanceof Object ? String(Reflect.get(first, 'url')) : '';
};

describe('a picture of the completion', () => {
	test('is fetched only when a later step asks, with the credentials where the carrier keeps it', async () => {
		let address = '';
		await withCyke(
			({ path }) =>
				path === '/files/1'
					? { status: 200, body: null, raw: png, headers: { 'content-type': 'image/png' } }
					: { status: 200, body: withPicture(`${address}/files/1`) },
			async ({ host, carrier }) => {
				({ address } = carrier);
				const found = await host.search('cyke_find_delivery', { id: '4711' });
				const pointer = pointerOf(found);
				expect(pointer).toMatch(/^hydrate\|\|\|/);
				expect(pointer).not.toContain(sampleToken);
				expect(carrier.arrived).toHaveLength(1);
				await expect(host.file(pointer)).resolves.toEqual(png);
				expect(carrier.arrived[1]?.headers).toMatchObject({ 'x-user-token': sampleToken });
			},
		);
	});

	test('kept at another host is fetched without the credentials', async () => {
		const elsewhere = await scriptedCarrier(() => ({ status: 200, body: null, raw: png }));
		await withCyke(
			() => ({ status: 200, body: withPicture(`${elsewhere.address}/p.png?signature=1`) }),
			async ({ host }) => {
				await expect(host.file(pointerOf(await host.search('cyke_find_delivery', { id: '4711' })))).resolves.toEqual(png);
				expect(Object.keys(elsewhere.arrived[0]?.headers ?? {})).not.toContain('x-user-token');
				expect(elsewhere.arrived[0]?.headers.authorization).toBeUndefined();
			},
		);
		await elsewhere.close();
	});

	test.each(['http://files.example.com/p.png', 'file:///etc/passwd', 'https://user:pass@www.cyke.io/p.png', 'nowhere'])('at %s is not fetched', async (url) => {
		await withCyke(
			() => ({ status: 200, body: withPicture(url) }),
			async ({ host, carrier }) => {
				const pointer = pointerOf(await host.search('cyke_find_delivery', { id: '4711' }));
				expect((await errorOf(host.file(pointer))).message).toContain('no address that may be followed');
				expect(carrier.arrived).toHaveLength(1);
			},
		);
	});

	test('that is gone says so without its address', async () => {
		const host = await createZapier(appFor(cyke(), 'single'), { authData: authDataFor(cyke(), 'single', 'http://127.0.0.1:9') });
		try {
			const pointer = `hydrate|||${JSON.stringify({ type: 'file', method: 'hydrators.download', bundle: { carrier: 'cyke', name: 'p', url: 'http://127.0.0.1:9/p?signature=s3cr3t' } })}|||hydrate`;
			const { message } = await errorOf(host.file(pointer));
			expect(message).toContain('could not be fetched');
			expect(message).not.toContain('s3cr3t');
		} finally {
			await host.close();
		}
	});
});
