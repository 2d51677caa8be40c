import type { DirectoryEntry } from '../../electron/contract/directory';
import { awkwardPeople } from './awkward-people';

/** A directory of made-up people, the same at every run; numbers of the ranges kept for fiction. */

const words = (text: string): string[] => [...new Set(text.split(' '))];

const firstNames = words(
  'Maria Ana José Juan Pedro Lucía Carmen Diego Sofía Mateo Valentina Santiago Emma Liam Olivia Noah Ava Ethan Mia Lucas Charlotte Henry Amelia Jack Isla Oliver Grace Thomas Harriet George Alice Arthur Freya Oscar Ella Leo Ruby Archie Zoë Chloé Hugo Inès Louis Manon Gabriel Léa Jules Camille Raphaël Élise Théo Hans Greta Jürgen Ute Wolfgang Anke Dieter Heike Klaus Birgit Stefan Katrin Björn Åsa Lars Ingrid Magnus Sigrid Henrik Astrid Nils Karin Søren Mette Rasmus Łukasz Agnieszka Piotr Małgorzata Tomasz Katarzyna Paweł Zofia Jakub Marek Jan Petra Jiří Lenka Tomáš Hana István Katalin Gábor Zsófia Ion Ioana Andrei Elena Dimitris Eleni Nikos Katerina Giorgos Mehmet Ayşe Mustafa Fatma Emre Zeynep Ahmed Fatima Omar Layla Youssef Nadia Karim Salma Hassan Amina Priya Rahul Ananya Arjun Kavya Rohan Divya Vikram Meera Sanjay Wei Li Mei Jun Hiroshi Yuki Kenji Sakura Takashi Aiko Min-jun Seo-yeon Ji-woo Nguyen Linh Minh Thanh Huong Kwame Ama Kofi Abena Chidi Ngozi Emeka Zainab Tunde Folake Sipho Thandi Aisha Baraka Wanjiru João Beatriz Gonçalo Mariana Rafael Larissa Thiago Camila Felipe Letícia Bruno Aline Marta Paolo Giulia Marco Chiara Luca Francesca Matteo Alessia Davide Sara Elias Noor Sven Maud Joost Femke Pieter Anouk Willem Saskia',
);

const lastNames = words(
  'Alvarez García Martínez López González Rodríguez Fernández Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz Reyes Morales Ortiz Gutiérrez Chávez Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Green Baker Adams Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray James Hughes Price Myers Long Foster Sanders Ross Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier Huber Dubois Moreau Laurent Lefèvre Michel Garcia Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Müllner Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano Mancini Rizzo Lombardi Moretti Silva Santos Oliveira Souza Pereira Lima Carvalho Almeida Ferreira Ribeiro Araújo Gonçalves Barbosa Nowak Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Novák Svoboda Dvořák Černý Procházka Kučera Nagy Kovács Tóth Szabó Horváth Popescu Ionescu Papadopoulos Nikolaidis Yılmaz Kaya Demir Çelik Şahin Yıldız Öztürk Haddad Khoury Mansour Nasser Rahman Hussain Khan Ali Patel Sharma Singh Gupta Kumar Reddy Iyer Nair Chatterjee Das Wang Zhang Chen Liu Yang Huang Zhao Wu Zhou Tanaka Suzuki Takahashi Watanabe Ito Yamamoto Nakamura Kobayashi Kim Park Choi Jung Tran Pham Hoang Phan Okafor Adeyemi Mensah Owusu Boateng Eze Abubakar Dlamini Nkosi Mwangi Otieno Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Andersson Johansson Karlsson Nilsson Eriksson Larsen Hansen Pedersen Kristensen Berg Lindqvist',
);

const departments =
  'Billing|Sales|Support|Returns|Shipping|Accounts payable|Human resources|Legal|Marketing|Night desk|Front desk|Warehouse|Facilities|Claims|Technical support|Renewals'.split(
    '|',
  );
const companies = 'Northwind|Contoso|Fabrikam|Tailspin|Adventure Works|Globex|Initech|Umbra'.split(
  '|',
);

/** A number of the fiction ranges of the United States and Britain, another one for each place. */
function addressOf(n: number): string {
  if (n % 10 === 9) return `sip:agent${String(n)}@phone.plivo.com`;
  if (n % 10 === 8) return `+4420794${String(60_000 + Math.floor(n / 10)).padStart(5, '0')}`;
  return `+1${String(200 + ((n * 7) % 780))}${String(2_000_000 + n).slice(-7)}`;
}

/**
 * So many entries, the awkward ones among them. No name comes twice: a name says whom a query means.
 */
export function madeUpDirectory(count: number): DirectoryEntry[] {
  const pairs = firstNames.length * lastNames.length;
  // A step without a common divisor passes over all pairs before one comes again.
  const step = 7_919;
  const made = Array.from({ length: Math.max(0, count - awkwardPeople.length) }, (_, n) => {
    const pair = (n * step) % pairs;
    const first = firstNames[pair % firstNames.length] ?? '';
    const last = lastNames[Math.floor(pair / firstNames.length)] ?? '';
    const second = n < pairs ? '' : ` ${lastNames[(n * 31) % lastNames.length] ?? ''}`;
    return {
      name: `${first} ${last}${second}`,
      address: addressOf(n),
      aliases: n % 3 === 0 ? [String(10_000 + n)] : [],
      department: n % 4 === 0 ? null : (departments[(n * 13) % departments.length] ?? null),
      company: n % 5 === 0 ? (companies[n % companies.length] ?? null) : null,
      label: n % 6 === 0 ? 'Mobile' : null,
      role: null,
    } satisfies DirectoryEntry;
  });
  return [...awkwardPeople.slice(0, count), ...made];
}
