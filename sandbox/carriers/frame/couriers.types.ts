export interface CourierPace {
	/** How often the couriers are looked after. Default one minute. */
	stepMs?: number;
	/** `steps`: every live booking moves on at every step (default). `slots`: each step waits for its slot. */
	keep?: 'steps' | 'slots';
	/** Only this carrier's couriers. Default: all. */
	carrier?: string;
}

export interface Couriers {
	start(pace?: CourierPace): void;
	stop(): void;
	readonly moving: boolean;
	/** Moves every live booking on by one step, now. Returns how many moved. */
	step(carrier?: string): number;
}
