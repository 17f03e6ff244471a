// Light stems: what is left of a word without the ending that its place in a sentence gives it. They are compared with
// each other only, so that a stem need not be a word; what they must do is come out alike for all forms of one word.

const russian = `иями ями ами иях ях ах ией ею ого его ому ему ыми ими иям ям ам ою ой ей ий ый ая яя ое ее ую юю ие ые
  ом ем ов ев ых их ым им ью ия ии ию ья ью я а о е ы и й ь у ю`
/** Folded: ї is і. */
const ukrainian = `іями ією єю оі ій іі ію ія іх ім ів і є`
/** The longest first. */
const cyrillicEndings = [...new Set(`${russian} ${ukrainian}`.split(/\s+/))].sort(
  (one, other) => other.length - one.length || (one < other ? -1 : 1),
)
const latinEndings = ['ings', 'ing', 'ied', 'ies', 'ed', 'es', 's']
const shortest = 3

const endings = new Map<string, string[]>()
for (const ending of [...cyrillicEndings, ...latinEndings]) {
  const last = ending.slice(-1)
  endings.set(last, [...(endings.get(last) ?? []), ending])
}

/** A folded word without its ending; a Korean one without its particle. What is left is cut: what ends words alike, begins late. */
export function stem(word: string): string {
  if (isHangul(word)) return withoutParticle(word)
  for (const ending of endings.get(word.charAt(word.length - 1)) ?? []) {
    if (word.length - ending.length >= shortest && word.endsWith(ending)) return word.slice(0, -ending.length)
  }
  return word
}

/** How much of a stem is compared: derived words differ behind it. */
export const cut = (stemmed: string): string => (isHangul(stemmed) ? stemmed : stemmed.slice(0, 6))

export const isHangul = (text: string): boolean => {
  const code = text.charCodeAt(0)
  return code >= 0xac00 && code <= 0xd7a3
}

/** What stands after a Korean name or noun without a space and says nothing but its place in the sentence; the longest first. */
const particles =
  `에서는 으로부터 이라고 으로는 에서 에게 께서 에는 까지 부터 으로 로부터 라고 로는 들이 들은 들을 들의 측은
  측이 이다 이나 이 가 은 는 을 를 의 에 로 와 과 도 만 나 들 측`
    .split(/\s+/)
    .sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
const allParticles: ReadonlySet<string> = new Set(particles)

export const isParticle = (text: string): boolean => allParticles.has(text)

function withoutParticle(word: string): string {
  const found = particles.find((particle) => word.length - particle.length >= 2 && word.endsWith(particle))
  return found === undefined ? word : word.slice(0, -found.length)
}
