import { z } from 'zod/v4';

const schema = z.object({
	/** Where n8n is installed. */
	folder: z.string(),
	version: z.string(),
	/** The Node that runs it. */
	node: z.string(),
	/** n8n's command, for that Node. */
	command: z.string(),
	/** The packages as npm would publish them, in the order of their installation. */
	tarballs: z.array(z.string()).min(1),
});

export type N8nInstallation = z.output<typeof schema>;

/** What scripts/set-up/real-n8n.mjs has installed and packed for us. */
export function readInstallation(): N8nInstallation {
	const text = process.env.WAYBILL_N8N;
	if (text === undefined)
		throw new Error('Start this through its npm command: npm run n8n or npm run e2e. They install n8n first.');
	return schema.parse(JSON.parse(text));
}
