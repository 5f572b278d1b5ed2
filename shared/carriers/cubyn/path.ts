/** A part of a path: ids hold nothing that would lead elsewhere, and whoever types a slash shall not either. */
export const inPath = (id: string) => encodeURIComponent(id);
