/** Encodes one part of a path, so that an id with a slash cannot lead to another path. */
export const encodePathPart = (id: string) => encodeURIComponent(id);
