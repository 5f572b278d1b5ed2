import { z } from 'zod/v4';

import { action, type Action } from '../../shared/declare/action';
import type { Facts } from '../../shared/declare/facts';
import { choice, file, lines, text } from '../../shared/declare/field';
import { success } from '../../shared/declare/failure';
import { carrierById } from '../../shared/registry';
import { perform } from '../../shared/run/perform';
import { multipart } from '../../shared/run/multipart';
import { decodeBody } from './decode';
import { response, SAMPLE_NOW, scriptedPorts } from './scripted-ports';
import { accessOf, filesOf } from './samples';

const carrier = carrierById('cyke');
const pdf = Buffer.from('%PDF-1.4 small').toString('base64');
const rule = { types: ['application/pdf', 'image/png'], maxBytes: 20 };

const input = z.object({
	name: text({ label: 'Name' }),
	document: file(rule, { label: 'Document' }).optional(),
	attachments: lines(
		{ type: choice([{ value: 'A', label: 'A' }], { label: 'Type' }), file: file(rule, { label: 'File' }) },
		{ label: 'Attachments', line: 'Attachment' },
	).optional(),
});

const upload: Action = action({
	resource: 'delivery',
	verb: 'upload',
	title: 'Upload',
	description: 'Sends files.',
	covers: [],
	effect: 'repeatable',
	input,
	output: z.object({}),
	request: (input, { files }: Facts) => ({
		method: 'POST',
		path: '/files',
		parts: [
			{ name: 'name', value: input.name },
			...[input.document, ...(input.attachments ?? []).map((line) => line.file)].flatMap((handle) => {
				const found = handle === undefined ? undefined : files[handle];
				return found ? [{ name: 'file', file: found }] : [];
			}),
		],
	}),
	readings: { 200: () => success([{}]) },
	samples: [],
	antiSamples: [],
});

async function send(values: Parameters<typeof perform>[0]['values'], files: Parameters<typeof filesOf>[0]) {
	const ports = scriptedPorts(() => response(200, {}), SAMPLE_NOW, filesOf(files));
	const result = await perform({ carrier, action: upload, access: accessOf(carrier), values }, ports);
	return { result, sent: ports.sent };
}

test('a file is sent as a part of a form, with its own name and the type of its bytes', async () => {
	const { result, sent } = await send(
		{ name: 'Facture née', document: 'data' },
		{ data: { name: 'a "b".pdf', contentType: 'application/octet-stream', base64: pdf } },
	);
	expect(result.ok).toBe(true);
	expect(decodeBody(sent[0]?.body, sent[0]?.headers['content-type'])).toEqual({
		name: 'Facture née',
		file: { name: 'a %22b%22.pdf', contentType: 'application/pdf', size: 14 },
	});
});

test.each([
	[
		'too large',
		'application/pdf',
		Buffer.from('%PDF-1.4 much too large for it').toString('base64'),
		'Document is larger than the 0.00002 MB',
	],
	[
		'renamed',
		'application/pdf',
		Buffer.from([0x47, 0x49, 0x46, 0x38, 0x39]).toString('base64'),
		'Document must be a file of the type PDF, PNG, not image/gif',
	],
	[
		'of another type',
		'text/plain',
		Buffer.from('hello').toString('base64'),
		'Document must be a file of the type PDF, PNG, not text/plain',
	],
	['empty', 'application/pdf', '', 'Document is an empty file'],
])('a file that is %s is turned away before anything is sent', async (_why, contentType, base64, message) => {
	const { result, sent } = await send({ name: 'x', document: 'data' }, { data: { name: 'a', contentType, base64 } });
	expect(sent).toEqual([]);
	expect(result).toMatchObject({
		ok: false,
		failure: { code: 'invalid_input', message: expect.stringContaining(message) },
	});
});

test('problems with fields and with files of several lines are reported at once', async () => {
	const values = {
		attachments: [
			{ type: 'A', file: 'one' },
			{ type: 'B', file: 'two' },
		],
	};
	const { result, sent } = await send(values, { one: { name: 'a.pdf', contentType: 'application/pdf', base64: pdf } });
	expect(sent).toEqual([]);
	const message = result.ok ? '' : result.failure.message;
	expect(message).toContain('Name is missing');
	expect(message).toContain('Attachment 2 Type');
	expect(message).toContain('Attachment 2 File leads to no file');
});

test('the same parts give the same bytes, other parts another boundary', () => {
	const part = (value: string) => multipart([{ name: 'a', value }]);
	expect(part('x')).toEqual(part('x'));
	expect(part('x').contentType).not.toBe(part('y').contentType);
});
