import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { file } from '../../../declare/field';
import { untouched } from '../../../declare/json';
import { gives } from '../../../declare/reading';
import { out } from '../../../delivery/delivery';
import { filesIn } from '../../../delivery/file';
import { samplePdf, samplePdfSize } from './samples';
import { says } from '../says';

/** CU24: 5 MB. The samples of claims show PDF and PNG keys; photographs are JPEG. */
export const CLAIM_FILE = { types: ['application/pdf', 'image/png', 'image/jpeg'], maxBytes: 5_000_000 };

const uploadAnswer = z.looseObject({
	key: z.string(),
	url: z.string().nullish(),
	meta: z.looseObject({ contenttype: z.string().nullish(), originalname: z.string().nullish() }).nullish(),
});

function toUpload(answer: z.output<typeof uploadAnswer>): Item {
	const name = answer.meta?.originalname ?? answer.key.replace(/^\//, '');
	return {
		id: answer.key,
		carrier: 'cubyn',
		key: answer.key,
		name,
		contentType: answer.meta?.contenttype ?? null,
		files: answer.url ? [{ key: 'file', name, url: answer.url }] : [],
		carrierData: untouched(answer),
	};
}

const stored = '/kwff65um003ufd339e9czkq0.pdf';

const documented = {
	key: stored,
	url: 'https://s3/path/to/file',
	meta: { contenttype: 'application/pdf', originalname: 'sample1.pdf' },
};

/** A file nobody refers to does no harm, so a lost upload simply goes again. */
export const uploadFile = action({
	resource: 'claim',
	verb: 'uploadFile',
	title: 'Upload File for Claim',
	does: 'Uploads a paper or photograph, and gives the key by which a claim takes it.',
	covers: ['CU24'],
	effect: 'repeatable',
	input: z.object({ file: file(CLAIM_FILE, { label: 'File', help: 'A PDF, PNG or JPEG of at most 5 MB.', common: true }) }),
	output: z.object({
		id: out.id('File ID'),
		carrier: out.id('Carrier'),
		key: out.text('File Key'),
		name: out.text('File Name'),
		contentType: out.text('Content Type'),
		files: out.files(),
		carrierData: out.carrierData(),
	}),
	request: ({ file: handle }, { files }) => {
		const given = files[handle];
		return given ? { method: 'POST', path: '/v1/files', parts: [{ name: 'name', value: given.name }, { name: 'file', file: given }] } : { problems: [{ path: ['file'], message: 'is missing' }] };
	},
	readings: { 200: gives(uploadAnswer, toUpload), 201: gives(uploadAnswer, toUpload) },
	files: (item) => filesIn(item).map((file) => ({ ...file, open: true })),
	samples: [
		{
			title: 'A PDF (documented)',
			input: { file: 'data' },
			files: { data: samplePdf('sample1.pdf') },
			request: { method: 'POST', path: '/v1/files', body: { name: 'sample1.pdf', file: { name: 'sample1.pdf', contentType: 'application/pdf', size: samplePdfSize } } },
			answer: { status: 200, body: documented },
		},
	],
	antiSamples: [
		{ why: 'No file', input: {}, names: ['File'] },
		{ why: 'A text', input: { file: 'data' }, files: { data: { name: 'note.txt', contentType: 'text/plain', base64: btoa('It broke') } }, names: ['File'] },
	],
	answers: [
		{ title: 'Too big after all', input: { file: 'data' }, files: { data: samplePdf('sample1.pdf') }, answer: says(413, 'The file you uploaded is too big'), comesTo: 'refused' },
	],
});
