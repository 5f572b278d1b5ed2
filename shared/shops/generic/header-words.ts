/** Headers of sheets and forms in the languages of the shops, by the field that they fill, as `fieldKey` writes them. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
	order_number: [
		...['n°_commande', 'n°_de_commande', 'numéro_de_commande', 'numero_de_commande', 'commande'],
		...['ordrenummer', 'ordrenr', 'bestellnummer', 'auftragsnummer', 'bestelnummer'],
		...['número_de_pedido', 'numero_de_pedido', 'pedido', 'numero_ordine'],
	],
	name: ['nom_complet', 'destinataire', 'navn', 'modtager', 'empfänger', 'nombre_completo', 'destinatario', 'naam'],
	first_name: ['prénom', 'prenom', 'fornavn', 'vorname', 'nombre', 'voornaam'],
	last_name: ['nom', 'nom_de_famille', 'efternavn', 'nachname', 'apellido', 'apellidos', 'cognome', 'achternaam'],
	company: ['société', 'societe', 'entreprise', 'firma', 'virksomhed', 'empresa', 'azienda', 'bedrijf'],
	phone: [
		...['téléphone', 'portable', 'tél', 'telefon', 'telefonnummer', 'telefonnr', 'mobil', 'mobilnummer', 'handy'],
		...['teléfono', 'telefono', 'móvil', 'telefoon'],
	],
	email: ['e_mail', 'courriel', 'mail', 'correo', 'correo_electrónico'],
	address: [
		...['adresse', 'adresse_de_livraison', 'rue', 'leveringsadresse', 'lieferadresse', 'straße', 'strasse'],
		...['dirección', 'direccion', 'indirizzo', 'adres', 'straat'],
	],
	address_2: ["complément_d'adresse", 'complément', 'adresse_2', 'adresszusatz'],
	postcode: [
		...['code_postal', 'cp', 'postnr', 'postnummer', 'plz', 'postleitzahl', 'código_postal', 'codigo_postal', 'cap'],
	],
	city: ['ville', 'by', 'ort', 'stadt', 'ciudad', 'città', 'stad', 'plaats'],
	country: ['pays', 'land', 'país', 'pais', 'paese'],
	note: ['commentaire', 'commentaires', 'remarque', 'remarques', 'bemærkning', 'bemærkninger', 'bemerkung'],
	shipping_method: [
		...['mode_de_livraison', 'méthode_de_livraison', 'leveringsmetode', 'leveringsform', 'versandart', 'lieferart'],
		...['método_de_envío', 'método_de_entrega', 'metodo_di_consegna', 'verzendmethode', 'bezorgmethode'],
	],
	paid: ['payé', 'payée', 'betalt', 'bezahlt', 'pagado', 'pagato', 'betaald'],
	status: ['statut', 'estado', 'stato'],
};

const byHeader: ReadonlyMap<string, string> = new Map(
	Object.entries(HEADERS).flatMap(([field, headers]) => headers.map((header): [string, string] => [header, field])),
);

/** The field that a header means, or undefined for one that is not known. */
export const fieldOfHeader = (header: string): string | undefined => byHeader.get(header);
