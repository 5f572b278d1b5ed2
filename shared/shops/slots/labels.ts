/**
 * Labels that shops give the day, in the languages of their customers. Plug-ins such as Order Delivery Date store the
 * label as the key.
 */
export const dayLabels = [
	'delivery_date',
	'date_of_delivery',
	'delivery_day',
	'delivery_on',
	'preferred_delivery_date',
	'requested_delivery_date',
	'chosen_delivery_date',
	'order_delivery_date',
	'delivery_on_date',
	'date_de_livraison',
	'jour_de_livraison',
	'date_de_livraison_souhaitée',
	'leveringsdato',
	'leveringsdag',
	'ønsket_leveringsdato',
	'lieferdatum',
	'liefertag',
	'wunschtermin',
	'fecha_de_entrega',
	'data_di_consegna',
	'bezorgdatum',
	'leverdatum',
	'leveransdatum',
] as const;

export const timeLabels = [
	'delivery_time',
	'delivery_slot',
	'delivery_time_slot',
	'delivery_timeslot',
	'delivery_window',
	'time_slot',
	'timeslot',
	'time_of_delivery',
	'preferred_delivery_time',
	'requested_delivery_time',
	'order_delivery_time',
	'heure_de_livraison',
	'créneau',
	'créneau_horaire',
	'créneau_de_livraison',
	'leveringstid',
	'leveringstidspunkt',
	'tidsrum',
	'lieferzeit',
	'zeitfenster',
	'hora_de_entrega',
	'franja_horaria',
	'orario_di_consegna',
	'bezorgtijd',
	'tijdslot',
] as const;

export const DELIVERY = /(?<!\p{L})(?:deliver|livr|lever(?!and)|liefer|entreg|bezorg|consegn|zustell)/u;
/** Also "Livraison souhaitée" and "When shall we deliver?", which name no day themselves. */
const DAY =
	/(?<!\p{L})(?:date|day|jour|dato|dag|datum|tag|termin|fecha|d[ií]a|data|giorno)(?!\p{L})|(?:datum|dato|tag|dag|termin)(?!\p{L})|souhait|wunsch|[øo]nsk|wish|prefer|gewenst|desead|desidera|(?<!\p{L})(?:when|quand|hvorn[åa]r|wann|cu[áa]ndo)(?!\p{L})/u;
const TIME =
	/(?<!\p{L})(?:time|slot|hours?|window|heures?|horaires?|cr[ée]neaux?|plage|tranche|hora|hor[áa]rio|franja|orario|ora|fascia)(?!\p{L})|(?:tid|tidspunkt|tidsrum|zeit|zeitfenster|tijd|tijdstip|tijdvak|timeslot)(?!\p{L})/u;
/** Dates of papers, of what was done, and of what a shop expects by itself. */
const NO_WISH =
	/estim|expect|pr[ée]vu|created|updated|changed|(?:^|date_)delivered(?:_|$)|geliefert|leveret|note|schein|slip|albar[áa]n|bordereau|f[øo]lgeseddel|status|track|print|invoice|pick_?up|retrait|afhent|abhol|original|fee|price|type|method|zone|charge|(?<!\p{L})(?:max|min|id)(?!\p{L})/u;
/** Hours of the shop, and of what it does by itself. */
const NO_SLOT = /open|ouvert|[åa]bning|[öo]ffnung|apert|order|commande|pay|prep|cut_?off/;
/** "Delivery time to", beside "Delivery time from". */
const END = /_(?:to|end|until|fin|til|slut|bis|ende|hasta)$/;

/** "Votre date de livraison souhaitée", "Choose your delivery day": labels that a shop worded itself. */
const isWorded = (key: string, kind: RegExp) => {
	const words = key.replaceAll('_', ' ');
	return DELIVERY.test(words) && kind.test(words) && !NO_WISH.test(key);
};

export const isDayLabel = (key: string): boolean => isWorded(key, DAY);
export const isTimeLabel = (key: string): boolean => isWorded(key, TIME);
export const isEndLabel = (key: string): boolean => END.test(key);

/** "Tranche horaire": a time of something, and of the delivery where two hours stand under it beside the day. */
export const isBareTimeLabel = (key: string): boolean =>
	TIME.test(key.replaceAll('_', ' ')) && !NO_WISH.test(key) && !NO_SLOT.test(key);
