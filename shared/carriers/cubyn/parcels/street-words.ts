/** Words of addresses in the countries that Cubyn ships to, without accents and in lower case. */
const listOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Street words whose number comes before or after them. */
const FRENCH_TYPES = listOf(`
	rue r avenue av ave boulevard bd bld boul allee allees impasse imp chemin ch che chm place pl quai cours passage pass
	route rte square sq sentier ruelle rond-point faubourg fbg fg promenade chaussee drève dreve montee cote esplanade
	mail venelle traverse voie sente corniche morne rampe clos cour galerie parvis carrefour
`);

/** What goes before a French street word: "44 Grande Rue", "2350 ancien chemin d'Arles". */
const FRENCH_OPENERS = listOf(`
	ancien ancienne grand grande petit petite vieux vieille nouveau nouvelle haut haute bas basse
`);

/** Articles that open the name of a street without a street word: "112 La Canebière". */
const ARTICLES = listOf('le la les');

/** Street words whose number comes after them. */
const SOUTHERN_TYPES = listOf(`
	calle c/ cl carrer avenida avda avinguda av. plaza pza plz placa paseo pso passeig pg ronda camino carretera ctra
	travesia rambla glorieta callejon cuesta costanilla alameda
	via viale vle piazza piazzale corso vicolo largo contrada rua praca travessa estrada
	steenweg platz strasse straße weg ring ufer plein bulevar
`);

/** The last word of an English street. */
const ENGLISH_STREETS = listOf(`
	road rd street lane drive close crescent way approach green terrace gardens hill row walk grove mews parade yard
	quay wharf circus wall rise embankment
`);

/** Also French street words, or "Saint": the last word of an English street where the part ends with them. */
const ENGLISH_LAST_WORDS = listOf('st avenue boulevard passage square court place');

/** After the last word of an English street. */
const COMPASS_POINTS = listOf('north south east west northeast northwest southeast southwest ne nw se sw');

/** Ends of Germanic and Nordic street names, which are written in one word. */
const STREET_ENDINGS =
	/.(stra(ss|ß)e|str\.?|stra(a|á)t|laan|weg|gasse|allee|platz|plein|kade|kaai|gracht|singel|dreef|dijk|lei|gade|vej|alle|torv|plads|stræde|kaj|gatan|vagen|damm|ufer|markt|graben|steig|chaussee|[-s]ring)$/;

/** Opens a part of the address that is no street: a house, an estate, a company. */
const PLACES = listOf(`
	residence res lotissement hameau immeuble imm quartier zac za zi zone parc domaine cite centre galerie maison espace
	societe lycee college ecole hotel boutique chateau ferme lieu-dit port campus tour villa
	urbanizacion urb poligono edificio edif centro residencial conjunto barrio partida finca
	industriepark industrieterrein bedrijventerrein gewerbegebiet haus hof
`);

const FLOORS = listOf('etage piso planta floor piano andar og verdieping hoog stock');

/** The number or letter after one of these is of a door, a box or a lot. */
const DOORS = listOf(`
	appartement appart appt apt app apto apartamento apartment flat unit suite logement chambre room studio
	batiment bat bloc bloque block building hall cage entree escalier esc escalera scala portal staircase ponton
	porte pte puerta pta door interphone boite bte bus box lot lote local nave oficina bureau bp cs interno int parcela
	casier place emplacement stand postnummer packstation postfiliale top tur zimmer stiege raum aufgang gebaude
	entrepot hangar pavillon couloir trakt wohnung whg klingel loods poort toren kamer lokaal unite huisje
	despacho habitacion hab buzon palazzina capannone negozio dor opgang lejlighed lejl lokale lgh mieszkanie klatka
`);

/** Which side of the landing a door is on. */
const SIDES = listOf('gauche droite face izda izquierda dcha derecha centro left right links rechts tv th mf izq der');

/** Never the last word of a line: what they belong to follows. */
const CONNECTORS = listOf(`
	de du des d la le les l et en aux au a sur sous lez
	del los las el y dels i della delle dello dei degli e do da dos das
	van der den het te ter ten naar op aan bij von zu zur zum und am im an in of the and
`);

/** Adjectives and titles that open the name of a street which is otherwise one word. */
const OPENERS = listOf(`
	alte alter altes neue neuer grosse grosser kleine kleiner lange kurze obere oberer untere unterer hintere vordere
	innere aussere hohe breite grote kleine oude nieuwe lange korte hoge brede gamle ny nye store lille vestre ostre
	sint st sankt kapitein burgemeester generaal koning koningin prins prinses pastoor doctor dokter dr prof professor
	gran graf kaiser konig general president am an auf bei hinter unter vor der den im zum zur op ter van de
`);

const MONTHS = listOf(`
	janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
	enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
	gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre januar mai juni juli oktober dezember maart mei
`);

const plainWord = (word: string) =>
	word
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/(?<![.,;:])[.,;:]+$/, '')
		.replace(/^[("']+/, '');

const isIn = (list: ReadonlySet<string>) => (word: string | undefined) =>
	word !== undefined && list.has(plainWord(word));

export const isStreetType = (word: string | undefined): boolean =>
	isIn(FRENCH_TYPES)(word) || isIn(SOUTHERN_TYPES)(word);
export const isStreetName = (word: string | undefined): boolean =>
	word !== undefined && STREET_ENDINGS.test(plainWord(word));
export const isNumberedBehind = (word: string | undefined): boolean => isIn(SOUTHERN_TYPES)(word) || isStreetName(word);
export const isFrenchOpener = isIn(FRENCH_OPENERS);
export const isArticle = isIn(ARTICLES);
export const isEnglishStreet = isIn(ENGLISH_STREETS);
export const isEnglishLastWord = isIn(ENGLISH_LAST_WORDS);
export const isCompassPoint = isIn(COMPASS_POINTS);
export const isPlace = isIn(PLACES);
export const isFloor = isIn(FLOORS);
export const isDoor = isIn(DOORS);
export const isSide = isIn(SIDES);
export const isOpener = isIn(OPENERS);
export const isMonth = isIn(MONTHS);
/** "d'Auteuil" and "l'Est" carry theirs with them. */
export const isConnector = isIn(CONNECTORS);

export const endsPart = (word: string | undefined): boolean => word !== undefined && /[,;]$|^[-–—]$/.test(word);
/** The form of a house number: "12", "12bis", "12-14", "4/6", "n°12". */
export const isNumber = (word: string | undefined): boolean =>
	word !== undefined &&
	/^(n[°º]\.?)?\d{1,5}([a-z]|bis|ter|quater)?([-/](\d{1,5}([a-z]|bis|ter|quater)?|[a-z])){0,2}$/i.test(
		word.replace(/[,;]$/, ''),
	);
/** Between the two numbers of "13 à 15", "12 - 14" and "12 / 14". */
export const isRangeSign = (word: string | undefined): boolean =>
	word !== undefined && /^([-–—/&+aàáey]|et|en|und|tot)$/i.test(word);
/** The "bis" of "11 bis". */
export const isSuffix = (word: string | undefined): boolean =>
	word !== undefined && /^(bis|ter|quater|[a-d])[,;]?$/i.test(word);
export const isBis = (word: string | undefined): boolean => word !== undefined && /^(bis|ter|quater)$/i.test(word);
/** The "nº" of "nº 12". */
export const isNumberSign = (word: string | undefined): boolean =>
	word !== undefined && /^(n[°ºo]\.?|n[uú]m\.?|num[eé]ro|número|nr\.?)$/i.test(word);
export const isYear = (word: string | undefined): boolean => word !== undefined && /^(1[5-9]|20)\d\d[,;]?$/.test(word);
/** "3º", "2ème", "1er", "7e". */
export const isOrdinal = (word: string | undefined): boolean =>
	word !== undefined && /^\d{1,3}(º|ª|°|e|er|ere|ère|eme|ème|a|o|n|r|th|st|nd|rd|\.)[,;]?$/i.test(word);
export const startsWithDigit = (word: string | undefined): boolean => word !== undefined && /^\d/.test(word);
