import { createZapier } from '../../sandbox/hosts/zapier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { carriers } from '../../shared/registry';
import { appFor, authDataFor, runOnZapier } from './run-on-zapier';
import { booking, cyke, errorOf, sampleToken, withCyke } from './with-cyke';
import { useSampleClock } from './sample-clock';

useSampleClock();

const antiCases = carriers.flatMap((carrier) =>
	carrier.actions.flatMap((action) =>
		action.antiSamples.map((anti) => ({ carrier, action, anti, name: `${carrier.id} ${action.id}: ${anti.reason}` })),
	),
);

const unsent = { method: 'GET', path: '/nowhere' } as const;

describe('every anti-sample', () => {
	test.each(antiCases.filter(({ action }) => action.form.length > 0))(
		'$name sends nothing and names the field',
		async ({ carrier, action, anti }) => {
			const { requests, error } = await runOnZapier(
				carrier,
				action,
				{ input: anti.input, request: unsent, response: { status: 200, body: {} } },
				'all',
			);
			expect(requests).toEqual([]);
			for (const label of anti.mentions) expect(error).toContain(label);
			expect(error).toMatch(/\((invalid_input|foreign_address)\)/);
		},
	);
});

const secrets = [sampleToken, 'Ada Moreau', 'Petits Champs', '612345678'];
const noDelivery = { status: 200, body: [] };

describe('an error', () => {
	test.each([
		{ status: 422, body: { errors: ['The slot is too short'] }, name: 'AppError', expected: 'The slot is too short' },
		{ status: 401, body: { error: 'Invalid token' }, name: 'ExpiredAuthError', expected: 'Invalid token' },
		{
			status: 410,
			body: { error: 'This version has been switched off' },
			name: 'AppError',
			expected: 'Choose the API version',
		},
	])(
		'of status $status reports the carrier’s message and what to do, and no more',
		async ({ status, body, name, expected }) => {
			await withCyke(
				({ method }) => (method === 'GET' ? noDelivery : { status, body }),
				async ({ host }) => {
					const error = await errorOf(host.create('cyke_create_delivery', booking));
					expect(error).toMatchObject({ name });
					expect(error.message).toContain(expected);
					expect(error.message).not.toContain('What happened');
					for (const secret of secrets) expect(error.message).not.toContain(secret);
				},
			);
		},
	);

	test('of 429 makes the platform wait as long as the carrier requires', async () => {
		await withCyke(
			() => ({ status: 429, body: {}, headers: { 'retry-after': '70' } }),
			async ({ host }) => {
				const error = await errorOf(host.search('cyke_find_delivery', { id: '4711' }));
				expect(error.name).toBe('ThrottledError');
				expect(JSON.parse(error.message)).toMatchObject({ delay: 70 });
			},
		);
	});

	test('of a repeated reference stops the step but not the Zap, and leaks nothing', async () => {
		await withCyke(
			({ path }) =>
				path.endsWith('/deliveries')
					? { status: 200, body: [{ id: 4711, created_at: '2030-05-20T09:12:44+02:00', status: 'saved' }] }
					: { status: 200, body: deliveryV2 },
			async ({ host, carrier }) => {
				const error = await errorOf(host.create('cyke_create_delivery', { ...booking, if_exists: 'fail' }));
				expect(error.name).toBe('HaltedError');
				expect(error.message).toContain('WC-1042');
				expect(error.message).not.toContain('What happened');
				for (const secret of secrets) expect(error.message).not.toContain(secret);
				expect(carrier.requests.every(({ method }) => method === 'GET')).toBe(true);
			},
		);
	});

	test('of another carrier’s connection names the right one and sends nothing', async () => {
		const other = carriers.find((carrier) => carrier !== cyke());
		if (!other) throw new Error('There is only one carrier');
		const host = await createZapier(appFor(cyke(), 'all'), {
			authData: authDataFor(other, 'all', 'http://127.0.0.1:9'),
		});
		try {
			const error = await errorOf(host.create('cyke_create_delivery', booking));
			expect(error.message).toContain('This step needs a Cyke connection');
			expect(error.message).toContain('wrong_connection');
		} finally {
			await host.close();
		}
	});

	test('of a carrier that cannot be reached states that nothing was booked', async () => {
		const host = await createZapier(appFor(cyke(), 'single'), {
			authData: authDataFor(cyke(), 'single', 'http://127.0.0.1:9'),
		});
		try {
			const error = await errorOf(host.create('cancel_delivery', { id: '4711' }));
			expect(error.message).toContain('Cyke could not be reached: the connection was refused');
			expect(error.message).not.toContain(sampleToken);
		} finally {
			await host.close();
		}
	});

	test('never lets a redirect carry the credentials away', async () => {
		await withCyke(
			({ path }) => ({ status: 302, body: {}, headers: { location: `http://127.0.0.1:9${path}` } }),
			async ({ host }) => {
				const error = await errorOf(host.search('cyke_find_delivery', { id: '4711' }));
				expect(error.message).toContain('pointed elsewhere');
			},
		);
	});

	test('texts that look like the platform’s own templates are sent unchanged', async () => {
		await withCyke(
			() => ({ status: 200, body: [] }),
			async ({ host, carrier }) => {
				await host.search('cyke_find_deliveries', { client_order_reference: '{{bundle.inputData.x}}' });
				expect(carrier.requests[0]?.query).toEqual({ client_order_reference: '{{bundle.inputData.x}}' });
			},
		);
	});
});

test('nothing about a customer is logged', async () => {
	const consoleSpies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
		jest.spyOn(console, level).mockImplementation(() => undefined),
	);
	await withCyke(
		({ method }) => (method === 'GET' ? noDelivery : { status: 422, body: { errors: ['No'] } }),
		async ({ host }) => {
			await errorOf(host.create('cyke_create_delivery', booking));
			const logged = JSON.stringify(consoleSpies.flatMap(({ mock }) => mock.calls));
			for (const secret of secrets) expect(logged).not.toContain(secret);
		},
	);
	jest.restoreAllMocks();
});

test('an internal error is reported by its kind alone', async () => {
	const create = cyke().actions.find(({ id }) => id === 'delivery.create');
	if (create?.kind !== 'call') throw new Error('Cyke books no delivery');
	const fault = jest.spyOn(create, 'request').mockImplementation(() => {
		throw new TypeError('Cannot read properties of Ada Moreau');
	});
	await withCyke(
		() => noDelivery,
		async ({ host }) => {
			const error = await errorOf(host.create('cyke_create_delivery', booking));
			expect(error).toMatchObject({
				name: 'AppError',
				message: expect.stringContaining('an error of its own (TypeError)'),
			});
			for (const secret of secrets) expect(error.message).not.toContain(secret);
		},
	);
	fault.mockRestore();
});

test('the log shows no credential', async () => {
	await withCyke(
		() => ({ status: 200, body: [] }),
		async ({ host }) => {
			await host.search('cyke_find_deliveries', { client_order_reference: 'WC-1042' });
			expect(host.log.length).toBeGreaterThan(0);
			expect(host.log.join('\n')).not.toContain(sampleToken);
		},
	);
});
