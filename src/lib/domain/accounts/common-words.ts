/**
 * What people here would write first, and what guessing programs try first: the service and its places, keyboard rows,
 * and the head of every list of leaked French passwords. Lower case, no accents, no separators.
 */
export const COMMON_WORDS: readonly string[] = [
	...['logement', 'logementsocial', 'social', 'hlm', 'guichet', 'demande', 'mairie', 'casa', 'maison', 'appartement'],
	...['antibes', 'juanlespins', 'valbonne', 'vallauris', 'villeneuveloubet', 'biot', 'sophia', 'sophiaantipolis'],
	...['nice', 'cannes', 'grasse', 'marseille', 'cotedazur', 'azur', 'france', 'paris', '06600', '06160', '06220'],
	...['motdepasse', 'password', 'passe', 'mdp', 'secret', 'admin', 'azerty', 'azertyuiop', 'qwerty', 'qwertyuiop'],
	...['qsdfghjklm', 'wxcvbn', 'asdfghjkl', 'aqwzsx', '112233', '147258369', '123soleil', 'bonjour', 'bienvenue'],
	...['soleil', 'doudou', 'loulou', 'chouchou', 'jetaime', 'jtm', 'amour', 'famille', 'princesse', 'football'],
	...['iloveyou', 'welcome', 'letmein', 'dragon', 'monkey', 'marine', 'camille', 'nicolas', 'mohamed', 'inchallah']
];
