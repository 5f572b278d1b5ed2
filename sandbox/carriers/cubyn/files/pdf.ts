/** A real PDF of one page: small, but every reader opens it. */
export function makePdf(lines: readonly string[]): Uint8Array {
	const text = lines.map((line) => `(${escapeText(line)}) Tj T*`).join('\n');
	const stream = `BT /F1 12 Tf 14 TL 24 380 Td\n${text}\nET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 298 420] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let file = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const offset = file.length;
		file += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
	const start = file.lastIndexOf('xref');
	file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
	return new Uint8Array(Buffer.from(file, 'latin1'));
}

export function isPdf(bytes: Uint8Array): boolean {
	return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}

export function pageCount(bytes: Uint8Array): number {
	const pages = Buffer.from(bytes)
		.toString('latin1')
		.match(/\/Type\s*\/Page(?![a-z])/g);
	return Math.max(1, pages?.length ?? 0);
}

/** Brackets mean something to a PDF, and the font knows no accents that were not put into one character. */
function escapeText(line: string): string {
	return line
		.normalize('NFD')
		.replace(/[^\x20-\x7e]/g, '')
		.replace(/[\\()]/g, '\\$&');
}
