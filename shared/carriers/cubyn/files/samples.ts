import type { SampleFile } from '../../../declare/sample';
import type { JsonObject } from '../../../json';

/** Small, but a PDF by its first bytes. */
export const samplePdf = (name: string): SampleFile => ({
	name,
	contentType: 'application/pdf',
	base64: 'JVBERi0xLjQKMSAwIG9iaiA8PCAvVHlwZSAvUGFnZSA+PiBlbmRvYmoK',
});
export const samplePdfSize = 42;

export const samplePicture: SampleFile = { name: 'item.png', contentType: 'image/png', base64: 'iVBORw0KGgoA' };

/** Both documents show the same answer to an upload. */
export const documentedAttachment: JsonObject = {
	id: 923743672,
	type: 'OTHER',
	status: 'SUCCESS',
	name: 'my-file.pdf',
	file: { url: 'https://attachment.domain/path/to' },
	pageCount: 1,
	fileSize: 24218,
	createdAt: '2016-08-23T15:27:54.000Z',
	updatedAt: '2016-08-23T15:27:54.000Z',
};

const signedUrl =
	'https://s3-eu-west-1.amazonaws.com/cubyn.staging.default/kyd7elpu0230sfd339ecqxl4n.pdf?AWSAccessKeyId=AKIASLTUFOJUFNBXHL52&Expires=1642134252&Signature=MG2fxph1dl9Ug5cxEji%3T0Gdg%2Bcs%3D';

const pdfPath = '/kyd7elpu000sfd339ecqxl4n.pdf';

/** The return label of the current document. */
export const documentedLabel: JsonObject = {
	id: 461256384,
	type: 'LABEL',
	status: 'SUCCESS',
	name: 'label-461396384',
	format: 'PDF',
	pageCount: 1,
	file: { key: pdfPath, url: signedUrl },
	s3Url: signedUrl,
	fileSize: 120000,
	parcelId: 906312312,
	fileKey: pdfPath,
	createdAt: '2022-01-13T16:46:20.000Z',
	updatedAt: '2022-01-13T16:46:21.000Z',
};
