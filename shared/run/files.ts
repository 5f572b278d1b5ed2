import { leavesOf, type Form, type LeafField } from '../declare/form';
import { isJsonObject, type Json, type JsonObject } from '../declare/json';
import type { Problem } from '../declare/failure';
import type { GivenFile } from '../declare/wire';
import type { FileSource } from './ports';

interface Place {
	path: readonly PropertyKey[];
	field: LeafField;
	handle: string;
}

/** Where an input holds files: in a field, in a group's field, in the lines of a table. */
function placesIn(form: Form, values: JsonObject, above: readonly PropertyKey[] = []): Place[] {
	return form.flatMap((field) => {
		const value = values[field.key];
		const path = [...above, field.key];
		if (field.kind === 'group') return isJsonObject(value) ? placesIn(field.fields, value, path) : [];
		if (field.kind === 'lines') return Array.isArray(value) ? value.flatMap((line: Json, at) => (isJsonObject(line) ? placesIn(field.fields, line, [...path, at]) : [])) : [];
		return field.kind === 'file' && typeof value === 'string' ? [{ path, field, handle: value }] : [];
	});
}

const SIGNATURES: readonly [string, readonly number[]][] = [
	['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['image/png', [0x89, 0x50, 0x4e, 0x47]],
	['image/jpeg', [0xff, 0xd8, 0xff]],
	['image/gif', [0x47, 0x49, 0x46, 0x38]],
];

const ENDINGS: Readonly<Record<string, string>> = { 'application/pdf': 'PDF', 'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/gif': 'GIF' };

/** Hosts often only know "some bytes"; the first few tell more, and cannot be renamed. */
function typeOf({ bytes, contentType }: GivenFile): string {
	const known = SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
	return known?.[0] ?? (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

export const typesInWords = (types: readonly string[]): string => types.map((type) => ENDINGS[type] ?? type).join(', ');
export const sizeInWords = (bytes: number): string => `${bytes / 1_000_000} MB`;

function wrongWith(file: GivenFile, { accepts }: LeafField): string | undefined {
	if (!accepts) return undefined;
	if (file.bytes.length === 0) return 'is an empty file';
	if (file.bytes.length > accepts.maxBytes) return `is larger than the ${sizeInWords(accepts.maxBytes)} that the carrier takes`;
	return accepts.types.includes(file.contentType) ? undefined : `must be a file of the type ${typesInWords(accepts.types)}, not ${file.contentType || 'an unknown one'}`;
}

export interface Gathered {
	files: Record<string, GivenFile>;
	problems: Problem[];
}

/** Fetches the files that an input names, and says what is wrong with them before anything is sent. */
export async function gatherFiles(form: Form, values: JsonObject, source: FileSource | undefined): Promise<Gathered> {
	const gathered: Gathered = { files: {}, problems: [] };
	if (!leavesOf(form).some(({ kind }) => kind === 'file')) return gathered;
	for (const { path, field, handle } of placesIn(form, values)) {
		const read = source ? await source.read(handle, field.accepts?.maxBytes ?? Infinity) : { problem: 'cannot be read here' };
		const file = 'problem' in read ? undefined : { ...read.file, contentType: typeOf(read.file) };
		const problem = 'problem' in read ? read.problem : file && wrongWith(file, field);
		if (problem !== undefined) gathered.problems.push({ path, message: problem });
		else if (file) gathered.files[handle] = file;
	}
	return gathered;
}

/** The same file is fetched once in a step of several calls. */
export function onceEach(source: FileSource): FileSource {
	const known = new Map<string, ReturnType<FileSource['read']>>();
	return {
		read: async (handle, mostBytes) => {
			const reading = known.get(handle) ?? source.read(handle, mostBytes);
			known.set(handle, reading);
			return await reading;
		},
	};
}
