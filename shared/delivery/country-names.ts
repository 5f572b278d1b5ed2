/**
 * Other spellings of countries in use, besides the names in the languages of country.ts: lower case, without accents.
 */
export const BYNAMES: Readonly<Record<string, string>> = {
	...{
		'france metropolitaine': 'FR',
		canarias: 'ES',
		'islas canarias': 'ES',
		'canary islands': 'ES',
		ceuta: 'ES',
		melilla: 'ES',
	},
	...{
		uk: 'GB',
		'great britain': 'GB',
		england: 'GB',
		scotland: 'GB',
		wales: 'GB',
		'northern ireland': 'GB',
		britain: 'GB',
	},
	...{
		'united kingdom of great britain and northern ireland': 'GB',
		usa: 'US',
		'u s a': 'US',
		'u s': 'US',
		america: 'US',
	},
	...{
		'united states of america': 'US',
		'etats unis d amerique': 'US',
		holland: 'NL',
		'the netherlands': 'NL',
		'kingdom of the netherlands': 'NL',
	},
	...{
		'czech republic': 'CZ',
		czechia: 'CZ',
		'republique tcheque': 'CZ',
		slovakia: 'SK',
		'slovak republic': 'SK',
		'republic of ireland': 'IE',
		eire: 'IE',
	},
	...{
		macedonia: 'MK',
		'north macedonia': 'MK',
		turkey: 'TR',
		turkiye: 'TR',
		russia: 'RU',
		'russian federation': 'RU',
		moldova: 'MD',
	},
	...{
		'republic of moldova': 'MD',
		'moldova republic of': 'MD',
		bosnia: 'BA',
		'bosnia and herzegovina': 'BA',
		vatican: 'VA',
		'holy see': 'VA',
	},
	...{
		'vatican city': 'VA',
		'ivory coast': 'CI',
		'cape verde': 'CV',
		'cabo verde': 'CV',
		swaziland: 'SZ',
		burma: 'MM',
		'east timor': 'TL',
	},
	...{
		korea: 'KR',
		'south korea': 'KR',
		'republic of korea': 'KR',
		'korea republic of': 'KR',
		'viet nam': 'VN',
		'hong kong': 'HK',
		macau: 'MO',
		macao: 'MO',
	},
	...{
		uae: 'AE',
		'united arab emirates': 'AE',
		iran: 'IR',
		'iran islamic republic of': 'IR',
		syria: 'SY',
		taiwan: 'TW',
		palestine: 'PS',
	},
	...{
		'kingdom of denmark': 'DK',
		'kingdom of spain': 'ES',
		'kingdom of belgium': 'BE',
		'french republic': 'FR',
		'republique francaise': 'FR',
	},
	...{
		'federal republic of germany': 'DE',
		'italian republic': 'IT',
		'hellenic republic': 'GR',
		'republic of cyprus': 'CY',
		'republic of malta': 'MT',
	},
	...{
		'swiss confederation': 'CH',
		'republic of poland': 'PL',
		'france metropolitan': 'FR',
		'la reunion': 'RE',
		'ile de la reunion': 'RE',
	},
};

/** ISO 3166: each alpha-3 code with its alpha-2. */
const ALPHA3 = `
ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG
BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG
COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET
FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY
HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH
KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH
MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO
NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA
SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC
TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG
VIRVI VNMVN VUTVU WLFWF WSMWS XKXXK YEMYE ZAFZA ZMBZM ZWEZW`;

export const alpha3 = (): readonly (readonly [string, string])[] =>
	ALPHA3.trim()
		.split(/\s+/)
		.map((pair) => [pair.slice(0, 3).toLowerCase(), pair.slice(3)] as const);
