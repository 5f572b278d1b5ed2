import { isJsonObject, type JsonObject } from '../json';

export type ItemFile = { key: string; name: string; url: string };

/** The files that an item names, of the shape of `out.files`. */
export const filesIn = ({ files }: JsonObject): ItemFile[] =>
	(Array.isArray(files) ? files : []).flatMap((file) =>
		isJsonObject(file) && typeof file.key === 'string' && typeof file.name === 'string' && typeof file.url === 'string'
			? [{ key: file.key, name: file.name, url: file.url }]
			: [],
	);
