import { cykeAccount, deliveritAccount, type DemoEnvironment } from './environment';

const COURIERS_STEP_MS = 20_000;

/** Leaves the carriers to a person until Ctrl+C; the couriers move every twenty seconds. */
export async function keepRunning(environment: DemoEnvironment, print: (text: string) => void): Promise<void> {
	environment.sandbox.deliverit.settings.push = { kind: 'busy', drivers: 2, tripMinutes: 40 };
	environment.sandbox.couriers.start({ stepMs: COURIERS_STEP_MS });
	print(
		[
			'',
			'The carriers stay. In a connection choose the environment "Other Address" and give:',
			`  Cyke       base URL ${environment.urls.cyke}   email ${cykeAccount.email}   token ${cykeAccount.token}`,
			`  DeliverIt  base URL ${environment.urls.deliverit}   user ${deliveritAccount.username}   password ${deliveritAccount.password}`,
			'',
			'By hand:',
			`  curl -H 'X-User-Email: ${cykeAccount.email}' -H 'X-User-Token: ${cykeAccount.token}' ${environment.urls.cyke}/api/v2/deliveries`,
			'',
			`Couriers take a step every ${COURIERS_STEP_MS / 1_000} seconds. Ctrl+C ends everything.`,
		].join('\n'),
	);
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
	});
}
