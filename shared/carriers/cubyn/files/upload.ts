import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { file } from '../../../declare/field';
import { asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { filesIn } from '../../../delivery/item-files';
import { samplePdf, samplePdfSize } from './samples';
import { errorResponse } from '../sample-errors';
import { cubynItem } from '../read-response';

/** CU24: 5 MB. The samples of claims show PDF and PNG keys; photographs are JPEG. */
export const CLAIM_FILE = { types: ['application/pdf', 'image/png', 'image/jpeg'], maxBytes: 5_000_000 };

const uploadResponse = z.looseObject({
	key: z.string(),
	url: z.string().nullish(),
	meta: z.looseObject({ contenttype: z.string().nullish(), originalname: z.string().nullish() }).nullish(),
});

function toUpload(response: z.output<typeof uploadResponse>) {
	const name = response.meta?.originalname ?? response.key.replace(/^\//, '');
	return {
		id: response.key,
		carrier: 'cubyn',
		key: response.key,
		name,
		contentType: response.meta?.contenttype ?? null,
		files: response.url ? [{ key: 'file', name, url: response.url }] : [],
		carrierData: asJsonObject(response),
	};
}

const pdfPath = '/kwff65um003ufd339e9czkq0.pdf';

const documented = {
	key: pdfPath,
	url: 'https://s3/path/to/file',
	meta: { contenttype: 'application/pdf', originalname: 'sample1.pdf' },
};

/** An unused file does no harm, so an upload without a response is sent again. */
export const uploadFile = action({
	resource: 'claim',
	verb: 'uploadFile',
	title: 'Upload File for Claim',
	twin: 'advanced',
	description: 'Uploads a paper or photograph, and gives the key by which a claim takes it.',
	covers: ['CU24'],
	effect: 'repeatable',
	input: z.object({
		file: file(CLAIM_FILE, { label: 'File', help: 'A PDF, PNG or JPEG of at most 5 MB.', common: true }),
	}),
	output: outputItem(() => ({
		id: outputField.id('File ID'),
		carrier: outputField.id('Carrier'),
		key: outputField.text('File Key'),
		name: outputField.text('File Name'),
		contentType: outputField.text('Content Type'),
		files: outputField.files(),
		carrierData: outputField.carrierData(),
	})),
	request: ({ file: handle }, { files }) => {
		const inputFile = files[handle];
		return inputFile
			? {
					method: 'POST',
					path: '/v1/files',
					parts: [
						{ name: 'name', value: inputFile.name },
						{ name: 'file', file: inputFile },
					],
				}
			: { problems: [{ path: ['file'], message: 'is missing' }] };
	},
	readings: { 200: cubynItem(uploadResponse, toUpload) },
	files: (item) => filesIn(item).map((file) => ({ ...file, isPublic: true })),
	samples: [
		{
			title: 'A PDF (documented)',
			input: { file: 'data' },
			files: { data: samplePdf('sample1.pdf') },
			request: {
				method: 'POST',
				path: '/v1/files',
				body: {
					name: 'sample1.pdf',
					file: { name: 'sample1.pdf', contentType: 'application/pdf', size: samplePdfSize },
				},
			},
			response: { status: 200, body: documented },
		},
	],
	antiSamples: [
		{ reason: 'No file', input: {}, mentions: ['File'] },
		{
			reason: 'A text',
			input: { file: 'data' },
			files: { data: { name: 'note.txt', contentType: 'text/plain', base64: btoa('It broke') } },
			mentions: ['File'],
		},
	],
	responses: [
		{
			title: 'Too big after all',
			input: { file: 'data' },
			files: { data: samplePdf('sample1.pdf') },
			response: errorResponse(413, 'The file you uploaded is too big'),
			expected: 'refused',
		},
	],
});
