import { z } from 'zod/v4';

const shape = z.object({
	/** Where n8n is installed. */
	folder: z.string(),
	version: z.string(),
	/** The Node that runs it. */
	node: z.string(),
	/** n8n's command, for that Node. */
	command: z.string(),
	/** The package as npm would publish it. */
	tarball: z.string(),
});

export type Given = z.output<typeof shape>;

/** What scripts/set-up/real-n8n.mjs has installed and packed for us. */
export function given(): Given {
	const text = process.env.WAYBILL_N8N;
	if (text === undefined) throw new Error('Start this through its npm command: npm run n8n or npm run e2e. They install n8n first.');
	return shape.parse(JSON.parse(text));
}
