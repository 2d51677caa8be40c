import type { DirectoryEntry } from '../../electron/contract/directory';

interface Awkward {
  readonly aliases?: readonly string[];
  readonly department?: string;
  readonly company?: string;
}

const person = (name: string, address: string, more: Awkward = {}): DirectoryEntry => ({
  name,
  address,
  aliases: [...(more.aliases ?? [])],
  department: more.department ?? null,
  company: more.company ?? null,
  label: null,
  role: null,
});

/** People whom a search easily misses; the queries written by hand ask for them. */
export const awkwardPeople: readonly DirectoryEntry[] = [
  person('Siobhán O’Flaherty', '+15005550101', { department: 'Escalations' }),
  person("Conor O'Shaughnessy", '+15005550102', { aliases: ['night manager'] }),
  person('Søren Kjærgaard', '+15005550103', { department: 'Fleet' }),
  person('Zbigniew Brzęczyszczykiewicz', '+15005550104'),
  person('Đorđe Đukanović', '+15005550105'),
  person('Þórunn Ægisdóttir', '+15005550106'),
  person('Franz Strauß', '+15005550107', { department: 'Opera' }),
  person('İbrahim Işıklı', '+15005550108'),
  person('Maria Alvarez Lopez', '+15005550109', { aliases: ['billing escalations'] }),
  person('Jean-Pierre de la Fontaine-Dubé', '+15005550110'),
  person('Nguyễn Thị Ánh Tuyết', '+15005550111'),
  person('Мария Иванова', '+15005550112'),
  person('Фёдор Достоевский', '+15005550113'),
  person('Ελένη Παπαδοπούλου', '+15005550114'),
  person('محمد الأحمد', '+15005550115'),
  person('فاطمة الزهراء', '+15005550116'),
  person('मीरा फ़र्नांडिस', '+15005550117'),
  person('राजेश कुमार', '+15005550118'),
  person('王小明', '+15005550119'),
  person('田中さくら', '+15005550120'),
  person('김민준', '+15005550121'),
  person('שרה כהן', '+15005550122'),
  person('Mary Ann McAllister', '+15005550123', { department: 'Concierge' }),
  person('Maryanne MacAlister', '+15005550124', { department: 'Catering' }),
  person('Anne-Marie van der Westhuizen', '+15005550125'),
  person('J. R. Hartley', '+15005550126'),
  person('Dr. Wilhelmina Featherstonehaugh', '+15005550127'),
  person('24/7 Emergency plumbing', '+15005550128', { company: 'Pipeworks' }),
  person('R&D Laboratory', '+15005550129', { aliases: ['8842'] }),
  person('Queue overflow (after hours)', '+15005550130', { aliases: ['8843'] }),
  person('Muhammad Abdul-Rahman', '+15005550131'),
  person('Xóchitl Cuauhtémoc', '+15005550132'),
  person('Krzysztof Święcicki', '+15005550133'),
  person('Ángel Núñez', '+15005550134', { department: 'Cafetería' }),
  person('Ioannis Xenakis', 'sip:xenakis.studio@phone.plivo.com'),
  person('Lobby phone', 'sip:lobby8020@phone.plivo.com', { aliases: ['8020'] }),
];
