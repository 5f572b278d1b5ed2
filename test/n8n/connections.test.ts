import { authenticate, credentialTest } from '../../nodes/adapter/authenticate';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import type { Carrier } from '../../shared/declare/carrier';
import { fillForm, PACKAGE } from '../../sandbox/hosts/n8n';
import { getDelivery } from '../../shared/carriers/cyke/actions/get';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { carriers } from '../../shared/registry';
import { credentialName } from '../../nodes/adapter/names';
import { accessOf, headersOf } from '../core/samples';
import { isSignIn, signInResponse } from '../core/sign-in';
import { useInstantClock } from './instant-clock';
import { credentialsAt, n8nWithCarrier, nodeType } from './run-on-n8n';

useInstantClock();

const node = { type: `${PACKAGE}.cyke` };

describe("a credential's test", () => {
	test.each(carriers.map((carrier) => ({ name: carrier.title, carrier })))(
		'$name: passes, and reports what is wrong',
		async ({ carrier }) => {
			let status = 200;
			const { n8n, server } = await n8nWithCarrier(
				carrier,
				(request) => signInResponse(request) ?? { status, body: [] },
			);
			const fields = credentialsAt(carrier, server.address)[credentialName(carrier)] ?? {};
			const test = async () => await n8n.testCredential(credentialName(carrier), fields);
			expect(await test()).toMatchObject({ status: 'OK' });
			const testRequest = carrier.connection.test(accessOf(carrier));
			const base = new URL(accessOf(carrier).base).pathname.replace(/\/$/, '');
			expect(server.requests.find((request) => !isSignIn(request))).toMatchObject({
				method: testRequest.method,
				path: `${base}${testRequest.path}`,
				headers: headersOf(accessOf(carrier)),
			});
			status = 401;
			expect(await test()).toEqual({
				status: 'Error',
				message: expect.stringContaining(carrier.connection.credentialsLocation),
			});
			status = 404;
			expect(await test()).toEqual({ status: 'Error', message: expect.stringContaining('base URL') });
			await server.close();
		},
	);

	test('names rejected fields by their labels on the form', () => {
		const testRules = (carrier: Carrier) => JSON.stringify(credentialTest(carrier).rules);
		expect(testRules(hubrise)).toContain('HubRise did not accept the Access Token. Find');
		expect(testRules(cyke)).toContain('Cyke did not accept the Email or the API Token. Find');
		for (const carrier of carriers) expect(testRules(carrier)).not.toContain('did not accept .');
	});

	test.each([
		{ what: 'a page', answer: { status: 200, body: '<!doctype html><p>Hello</p>' }, message: 'A web page answers' },
		{
			what: 'another address',
			answer: { status: 302, headers: { location: 'https://example.com' } },
			message: 'elsewhere',
		},
		{ what: 'a server that is down', answer: { status: 503, body: '' }, message: 'at the moment' },
	])('says what to check where the address leads to $what', async ({ answer, message }) => {
		const { n8n, server } = await n8nWithCarrier(cyke, () => answer);
		const fields = credentialsAt(cyke, server.address)[credentialName(cyke)] ?? {};
		const result = await n8n.testCredential(credentialName(cyke), fields);
		expect(result).toEqual({ status: 'Error', message: expect.stringContaining(message) });
		expect(result.message).toContain('base URL');
		await server.close();
	});

	test('names a field that is missing', async () => {
		const { n8n, server } = await n8nWithCarrier(cyke, () => ({ status: 200, body: [] }));
		expect(await n8n.testCredential('cykeApi', { email: 'a@example.com', token: 't', environment: 'other' })).toEqual({
			status: 'Error',
			message: expect.stringContaining('Base URL'),
		});
		expect(server.requests).toEqual([]);
		await server.close();
	});
});

describe('credentials', () => {
	const fields = { email: 'a@example.com', token: 'secret-token' };

	test('go to the carrier alone, over https, and to no redirect', async () => {
		await expect(authenticate(cyke, fields, { url: 'https://evil.example/api' })).rejects.toThrow('Cyke alone');
		await expect(authenticate(cyke, fields, { url: 'http://www.cyke.io/api/v2/deliveries' })).rejects.toThrow('https');
		await expect(authenticate(cyke, fields, { url: '//evil.example', baseURL: 'https://www.cyke.io' })).rejects.toThrow(
			'Cyke alone',
		);
		const request = await authenticate(cyke, fields, {
			url: '/api/v2/deliveries',
			baseURL: 'https://www.cyke.io',
			headers: { accept: 'text/html' },
		});
		expect(request).toMatchObject({
			disableFollowRedirect: true,
			headers: { accept: 'text/html', 'x-user-token': 'secret-token' },
		});
	});

	test('stay behind when the carrier points elsewhere', async () => {
		const elsewhere = await n8nWithCarrier(cyke, () => ({ status: 200, body: deliveryV2 }));
		const { n8n, server } = await n8nWithCarrier(cyke, () => ({
			status: 302,
			headers: { location: `${elsewhere.server.address}/api/v2/deliveries/4711` },
		}));
		const run = await n8n.run([{}], { type: nodeType(cyke), parameters: fillForm(getDelivery, { id: 4711 }) });
		expect(run.error).toMatchObject({ message: expect.stringContaining('302') });
		expect(elsewhere.server.requests).toEqual([]);
		await Promise.all([server.close(), elsewhere.server.close()]);
	});
});

describe('lists of the carrier', () => {
	const types = Array.from({ length: 130 }, (_, at) => ({ id: at + 1, type: `Box ${at + 1}` }));

	test('are shown in a drop-down, and searched page by page', async () => {
		const { n8n, server } = await n8nWithCarrier(cyke, () => ({ status: 200, body: types }));
		expect((await n8n.loadOptions(node, 'getPackageTypes')).slice(0, 3)).toEqual([
			{ name: '(Not Chosen)', value: '' },
			{ name: 'Box 1', value: '1' },
			{ name: 'Box 2', value: '2' },
		]);
		const first = await n8n.listSearch(node, 'searchPackageTypes', 'box');
		expect(first.results).toHaveLength(100);
		const second = await n8n.listSearch(node, 'searchPackageTypes', 'box', first.paginationToken);
		expect(second.results.map(({ value }) => value)).toEqual(types.slice(100).map(({ id }) => String(id)));
		expect(second.paginationToken).toBeUndefined();
		expect((await n8n.listSearch(node, 'searchPackageTypes', 'BOX 13')).results.map(({ value }) => value)).toEqual([
			'13',
			'130',
		]);
		await server.close();
	});

	test('lead to the page of an entry', async () => {
		const { n8n, server } = await n8nWithCarrier(cyke, () => ({
			status: 200,
			body: [{ id: 4711, created_at: '2030-05-20T09:12:44.000+02:00', status: 'saved' }],
		}));
		expect((await n8n.listSearch(node, 'searchDeliveries')).results).toEqual([
			{ name: expect.stringContaining('4711'), value: '4711', url: 'https://www.cyke.io/deliveries/4711' },
		]);
		await server.close();
	});

	test('show what is wrong rather than nothing', async () => {
		const { n8n, server } = await n8nWithCarrier(cyke, () => ({ status: 401, body: { error: 'no' } }));
		await expect(n8n.listSearch(node, 'searchDeliveries')).rejects.toMatchObject({
			description: expect.stringContaining('connection'),
		});
		await expect(n8n.loadOptions(node, 'getPackageTypes')).rejects.toMatchObject({ httpCode: '401' });
		await server.close();
	});
});
