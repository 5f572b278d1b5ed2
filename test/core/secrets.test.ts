import { z } from 'zod/v4';

import { action } from '../../shared/declare/action';
import { secretTexts } from '../../shared/declare/credentials';
import { group, lines, text } from '../../shared/declare/field';
import { failed, success } from '../../shared/declare/failure';
import { asJsonObject } from '../../shared/json';
import { itemReading, refusalReading, textAt } from '../../shared/declare/reading';
import { perform } from '../../shared/run/perform';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { carriers } from '../../shared/registry';
import { response, scriptedPorts } from './scripted-ports';
import { accessOf } from './samples';
import { secretsIn, withoutSecrets } from '../../shared/run/secrets';

const probe = action({
	resource: 'delivery',
	verb: 'probe',
	title: 'Try Out',
	description: 'Tries.',
	covers: [],
	effect: 'repeatable',
	input: z.object({
		name: text({ label: 'Name' }),
		pin: text({ label: 'PIN', secret: true }).optional(),
		bank: group(
			{ iban: text({ label: 'IBAN', secret: true }), owner: text({ label: 'Owner' }).optional() },
			{ label: 'Bank' },
		).optional(),
		cards: lines({ number: text({ label: 'Number', secret: true }) }, { label: 'Cards', line: 'Card' }).optional(),
	}),
	output: z.looseObject({}),
	request: (input) => ({ method: 'POST', path: '/probe', body: input }),
	readings: { 200: itemReading(z.looseObject({}), asJsonObject) },
	samples: [],
	antiSamples: [],
});

const values = {
	name: 'Ada',
	pin: '1234',
	bank: { iban: ' fr76 3000 6000 ', owner: 'Ada' },
	cards: [{ number: '4111 1111' }],
};

test('what is secret, as it was typed and as it may come back; nothing so short that it stands in other words', () => {
	expect(secretsIn(probe.form, values)).toEqual([
		'fr76 3000 6000',
		'fr7630006000',
		'FR7630006000',
		'4111 1111',
		'41111111',
	]);
});

test('items and failures without it, at any depth', () => {
	const secrets = secretsIn(probe.form, values);
	const item = { id: '1', note: 'paid to FR7630006000', deep: [{ card: '41111111' }, 7, null] };
	expect(withoutSecrets(success([item]), secrets)).toEqual(
		success([{ id: '1', note: 'paid to •••', deep: [{ card: '•••' }, 7, null] }]),
	);
	const problems = [{ path: ['bank'], message: 'holds FR7630006000' }];
	expect(withoutSecrets(failed('refused', 'no fr76 3000 6000', { problems }), secrets)).toMatchObject({
		failure: { message: 'no •••', problems: [{ message: 'holds •••' }] },
	});
});

test('the pipeline shows none of it, and sends all of it', async () => {
	const ports = scriptedPorts((request) => response(200, { echo: String(request.body) }));
	const done = await perform({ carrier: cyke, action: probe, access: accessOf(cyke), values }, ports);
	expect(done).toMatchObject({ ok: true });
	expect(JSON.stringify(done)).not.toMatch(/fr76|4111/i);
	expect(String(ports.sent[0]?.body)).toContain('fr76 3000 6000');
});

test.each(carriers.map((carrier) => [carrier.title, carrier] as const))(
	'%s: a failure shows nothing that the connection proves itself with, even if the carrier echoes it',
	async (_title, carrier) => {
		const access = accessOf(carrier);
		const credentials = [...secretTexts(access.credentials), access.webhookSecret ?? ''].filter(
			(credential) => credential !== '' && credential !== access.identity,
		);
		expect(credentials).not.toEqual([]);
		for (const credential of credentials) {
			const refusing = {
				...probe,
				readings: {
					422: refusalReading(
						(body) => textAt(body, 'error'),
						() => 'refused',
					),
				},
			};
			for (const echoed of [credential, credential.replace(/^Basic /, ''), encodeURIComponent(credential)]) {
				const done = await perform(
					{ carrier, action: refusing, access, values },
					scriptedPorts(() => response(422, { error: `No such key: "${echoed}"` })),
				);
				expect(done).toMatchObject({
					ok: false,
					failure: { code: 'refused', message: 'The carrier said: No such key: "•••"' },
				});
			}
		}
		const page = scriptedPorts(() => ({
			response: { status: 200, headers: {}, text: `<p>${credentials[0] ?? ''}</p>` },
		}));
		expect(JSON.stringify(await perform({ carrier, action: probe, access, values }, page))).not.toContain(
			credentials[0],
		);
	},
);

test('of an answer that cannot be read no half of a secret is shown', async () => {
	const reading = { ...probe, readings: { 200: itemReading(z.looseObject({ id: z.string() }), asJsonObject) } };
	for (const before of ['', 'No such key: ', '<html><body>No such key ', `{"message":"`, 'x'.repeat(30)]) {
		const secret = 'S3cretS3cretS3cretS3cret';
		const done = await perform(
			{ carrier: cyke, action: reading, access: accessOf(cyke), values: { ...values, pin: secret } },
			scriptedPorts(() => ({ response: { status: 200, headers: {}, text: `${before}${secret} and so on, for long` } })),
		);
		expect(done).toMatchObject({ ok: false, failure: { code: 'outcome_unknown' } });
		expect(JSON.stringify(done)).not.toContain('S3cretS3');
	}
});
