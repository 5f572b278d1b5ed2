/** Every parcel of the sandbox weighs the same: in kilograms, known once it is packed. */
export const WEIGHT = 0.38;
export const VOLUMETRIC_WEIGHT = 0.7568;
