/** n8n refuses a step below a minute; six of a minute each are one every ten seconds. */
export const everyTenSeconds = {
	item: ['0', '10', '20', '30', '40', '50'].map((second) => ({
		mode: 'custom',
		cronExpression: `${second} * * * * *`,
	})),
};

/** The same for n8n's Schedule Trigger. */
export const everyTenSecondsOfSchedule = { interval: [{ field: 'seconds', secondsInterval: 10 }] };
