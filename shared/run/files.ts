import { leavesOf, type Form, type LeafField } from '../declare/form';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { Problem } from '../declare/failure';
import type { InputFile } from '../declare/wire';
import type { FileSource } from './ports';

interface FileEntry {
	path: readonly PropertyKey[];
	field: LeafField;
	handle: string;
}

/** Where an input holds files: in a field, in a group's field, in the lines of a table. */
function fileEntriesIn(form: Form, values: JsonObject, parentPath: readonly PropertyKey[] = []): FileEntry[] {
	return form.flatMap((field) => {
		const value = values[field.key];
		const path = [...parentPath, field.key];
		if (field.kind === 'group') return isJsonObject(value) ? fileEntriesIn(field.fields, value, path) : [];
		if (field.kind === 'lines')
			return Array.isArray(value)
				? value.flatMap((line: Json, at) =>
						isJsonObject(line) ? fileEntriesIn(field.fields, line, [...path, at]) : [],
					)
				: [];
		return field.kind === 'file' && typeof value === 'string' ? [{ path, field, handle: value }] : [];
	});
}

const SIGNATURES: readonly [string, readonly number[]][] = [
	['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['image/png', [0x89, 0x50, 0x4e, 0x47]],
	['image/jpeg', [0xff, 0xd8, 0xff]],
	['image/gif', [0x47, 0x49, 0x46, 0x38]],
];

const TYPE_NAMES: Readonly<Record<string, string>> = {
	'application/pdf': 'PDF',
	'image/png': 'PNG',
	'image/jpeg': 'JPEG',
	'image/gif': 'GIF',
};

/** Hosts often only report "some bytes". The first few bytes show the type, and renaming does not change them. */
function typeOf({ bytes, contentType }: InputFile): string {
	const known = SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
	return known?.[0] ?? (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

export const formatTypes = (types: readonly string[]): string =>
	types.map((type) => TYPE_NAMES[type] ?? type).join(', ');
export const formatSize = (bytes: number): string => `${bytes / 1_000_000} MB`;

function fileProblem(file: InputFile, { accepts }: LeafField): string | undefined {
	if (!accepts) return undefined;
	if (file.bytes.length === 0) return 'is an empty file';
	if (file.bytes.length > accepts.maxBytes)
		return `is larger than the ${formatSize(accepts.maxBytes)} that the carrier takes`;
	return accepts.types.includes(file.contentType)
		? undefined
		: `must be a file of the type ${formatTypes(accepts.types)}, not ${file.contentType || 'an unknown one'}`;
}

const formsWithFiles = new WeakMap<Form, boolean>();

/** A form never changes, and most hold no file. */
function holdsFiles(form: Form): boolean {
	const known = formsWithFiles.get(form);
	if (known !== undefined) return known;
	const found = leavesOf(form).some(({ kind }) => kind === 'file');
	formsWithFiles.set(form, found);
	return found;
}

export interface CollectedFiles {
	files: Record<string, InputFile>;
	problems: Problem[];
}

/** Fetches the files in an input and reports their problems before anything is sent. */
export async function collectFiles(
	form: Form,
	values: JsonObject,
	source: FileSource | undefined,
): Promise<CollectedFiles> {
	const collected: CollectedFiles = { files: {}, problems: [] };
	if (!holdsFiles(form)) return collected;
	for (const { path, field, handle } of fileEntriesIn(form, values)) {
		const read = source
			? await source.read(handle, field.accepts?.maxBytes ?? Infinity)
			: { problem: 'cannot be read here' };
		const file = 'problem' in read ? undefined : { ...read.file, contentType: typeOf(read.file) };
		const problem = 'problem' in read ? read.problem : file && fileProblem(file, field);
		if (problem !== undefined) collected.problems.push({ path, message: problem });
		else if (file) collected.files[handle] = file;
	}
	return collected;
}

/** The same file is fetched once in a step of several calls. */
export function readFilesOnce(source: FileSource): FileSource {
	const known = new Map<string, ReturnType<FileSource['read']>>();
	return {
		read: async (handle, maxBytes) => {
			const reading = known.get(handle) ?? source.read(handle, maxBytes);
			known.set(handle, reading);
			return await reading;
		},
	};
}
