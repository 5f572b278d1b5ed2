import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { untouched } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { mirror, same } from '../../../delivery/mirror';
import { asText } from '../answered';
import { idNumber } from '../wire';

const told = mirror({
	format: same.text('Format'),
	pageCount: same.number('Page Count'),
	fileSize: same.number('File Size (in bytes)'),
	createdAt: same.moment('Created At'),
	updatedAt: same.moment('Updated At'),
});

/** CU21 answers with less than CU20; the file comes along only where it is asked for, and is null until it is there. */
export const attachmentAnswer = z.looseObject({
	id: idNumber,
	type: z.string().nullish(),
	status: z.string().nullish(),
	name: z.string().nullish(),
	parcelId: idNumber.nullish(),
	file: z.looseObject({ key: z.string().nullish(), url: z.string().nullish() }).nullish(),
	s3Url: z.string().nullish(),
	...told.answers,
});

export const cubynAttachment = z.object({
	id: out.id('Attachment ID'),
	carrier: out.id('Carrier'),
	parcelId: out.text('Parcel ID'),
	type: out.text('Type'),
	carrierStatus: out.text("Carrier's Own Status"),
	ready: out.toggle('Is Ready'),
	name: out.text('Name'),
	...told.shape,
	files: out.files(),
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
		...told.of(answer),
		files: url === undefined ? [] : [{ key: 'file', name: nameOf(answer), url }],
		carrierData: untouched(answer),
	};
}
