import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { isJsonObject, untouched } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { asText } from '../answered';
import { idNumber } from '../wire';

/** CU21 answers with less than CU20; the file comes along only where it is asked for, and is null until it is there. */
export const attachmentAnswer = z.looseObject({
	id: idNumber,
	type: z.string().nullish(),
	status: z.string().nullish(),
	name: z.string().nullish(),
	format: z.string().nullish(),
	pageCount: z.number().nullish(),
	fileSize: z.number().nullish(),
	parcelId: idNumber.nullish(),
	file: z.looseObject({ key: z.string().nullish(), url: z.string().nullish() }).nullish(),
	s3Url: z.string().nullish(),
	createdAt: z.string().nullish(),
	updatedAt: z.string().nullish(),
});

const fileList = out.objects({ key: out.text('File Key'), name: out.text('File Name'), url: out.text('File Link') }, 'Files');

export const cubynAttachment = z.object({
	id: out.id('Attachment ID'),
	carrier: out.id('Carrier'),
	parcelId: out.text('Parcel ID'),
	type: out.text('Type'),
	carrierStatus: out.text("Carrier's Own Status"),
	ready: out.toggle('Is Ready'),
	name: out.text('Name'),
	format: out.text('Format'),
	pageCount: out.number('Page Count'),
	fileSize: out.number('File Size (in bytes)'),
	createdAt: out.moment('Created At'),
	updatedAt: out.moment('Updated At'),
	files: fileList,
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
	carrierData: out.carrierData(),
});

const nameOf = ({ id, name }: z.output<typeof attachmentAnswer>) => (name ?? `attachment-${id}`).replace(/\.pdf$/i, '');

export function toAttachment(answer: z.output<typeof attachmentAnswer>, parcelId: string | number | undefined): Item {
	const url = answer.file?.url ?? answer.s3Url ?? undefined;
	return {
		id: String(answer.id),
		carrier: 'cubyn',
		parcelId: asText(answer.parcelId ?? parcelId),
		type: answer.type ?? null,
		carrierStatus: answer.status ?? null,
		ready: answer.status === 'SUCCESS' || answer.status === 'PRINTED',
		name: answer.name ?? null,
		format: answer.format ?? null,
		pageCount: answer.pageCount ?? null,
		fileSize: answer.fileSize ?? null,
		createdAt: answer.createdAt ?? null,
		updatedAt: answer.updatedAt ?? null,
		files: url === undefined ? [] : [{ key: 'file', name: nameOf(answer), url }],
		carrierData: untouched(answer),
	};
}

/** The first of an item's files, as far as it has one. */
export function fileOf(item: Item): { key: string; name: string; url: string } | undefined {
	const file = Array.isArray(item.files) ? item.files[0] : undefined;
	return isJsonObject(file) && typeof file.key === 'string' && typeof file.name === 'string' && typeof file.url === 'string'
		? { key: file.key, name: file.name, url: file.url }
		: undefined;
}
