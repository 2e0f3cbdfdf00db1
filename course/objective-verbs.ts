/**
 * Verbs of learning objectives by language: what can be observed, by level (after the revised taxonomy of Anderson and Krathwohl, 2001),
 * and what cannot. A verb may stand under several levels; which one a course says is its author's judgement.
 */
import type { Level } from './course.ts'

export interface Judgement {
  kind: 'observable' | 'vague' | 'unknown'
  /** The words at the beginning of the text that were judged, as written. */
  words: string
}

export interface ObjectiveVerbs {
  judge(text: string): Judgement
  /** Three verbs for each level, to suggest. */
  samples: Readonly<Record<Level, string[]>>
}

/** Verbs of a language tag such as `fr-CA`; null where we have no list. */
export function objectiveVerbs(language: string): ObjectiveVerbs | null {
  return LANGUAGES[language.split('-')[0]?.toLowerCase() ?? ''] ?? null
}

interface VerbList {
  /** First beginnings that cannot be observed, several words included. */
  vague: string[]
  observable: string[]
  samples: ObjectiveVerbs['samples']
  /** Form of a word that is compared: lower case, without what the language writes around a verb. */
  fold(word: string): string
}

function verbs(list: VerbList): ObjectiveVerbs {
  const vague = list.vague.map((phrase) => phrase.split(' ').map(list.fold))
  const observable = new Set(list.observable.map(list.fold))
  return {
    samples: list.samples,
    judge(text) {
      const written = text
        .trim()
        .split(/\s+/, 4)
        .map((word) => word.replace(/[^\p{L}\p{M}’'-]+$/u, ''))
      const folded = written.map(list.fold)
      const found = vague.find((phrase) => phrase.every((word, index) => folded[index] === word))
      if (found) return { kind: 'vague', words: written.slice(0, found.length).join(' ') }
      return { kind: observable.has(folded[0] ?? '') ? 'observable' : 'unknown', words: written[0] ?? '' }
    },
  }
}

const plainFold = (word: string): string => word.toLowerCase().replaceAll('’', "'")

// Vowel signs and the stretching line are not part of the word; hamza forms are levelled, the article and "an" with a present-tense prefix too.
const arabicFold = (word: string): string =>
  word
    .replace(/[\u064B-\u065F\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/^ال(?=.{3})/, '')

const en = verbs({
  fold: plainFold,
  vague:
    `understand|know|know about|learn|learn about|be aware|become aware|be familiar|become familiar|get familiar|familiarize|familiarise|appreciate|grasp|realize|realise|believe|think about|feel|be able to understand|be able to know|have knowledge|have an understanding|gain knowledge|gain an understanding|gain insight|acquire knowledge|develop an understanding|deepen|be exposed|be informed|be introduced|be sensitized|be sensitised|comprehend|internalize|internalise|see the importance|enjoy|value`.split(
      '|',
    ),
  observable:
    `list name label recall recite repeat define state match select identify locate mark tick point quote record recognize recognise
    describe explain summarize summarise paraphrase restate illustrate classify group sort translate report retell interpret infer discuss distinguish tell
    apply use carry calculate compute complete conduct demonstrate fill find follow implement measure operate perform practise practice prepare run schedule show solve test try apply set take
    analyse analyze break categorize categorise chart check compare contrast connect deconstruct detect diagnose differentiate dissect estimate examine experiment inspect investigate link map relate separate structure survey trace track
    appraise argue assess choose conclude criticize criticise critique debate decide defend determine evaluate grade judge justify prioritize prioritise question rank rate recommend reject review score verify weigh advise agree
    adapt arrange assemble build combine compile compose construct create design develop devise draft draw edit formulate generate invent lay make model modify negotiate organize organise outline plan produce propose put redesign revise sketch write
    adjust allocate answer ask budget collect count date decline enter facilitate give interview introduce lead open place present read refer rehearse reply search send sequence sign simulate specify split substitute suggest support teach turn update visualize visualise`.split(
      /\s+/,
    ),
  samples: {
    remember: ['list', 'name', 'define'],
    understand: ['explain', 'distinguish', 'summarize'],
    apply: ['calculate', 'demonstrate', 'fill in'],
    analyse: ['compare', 'map', 'distinguish'],
    evaluate: ['rate', 'decide', 'argue'],
    create: ['draft', 'design', 'draw up'],
  },
})

const fr = verbs({
  fold: plainFold,
  vague:
    `comprendre|mieux comprendre|connaître|mieux connaître|savoir que|avoir connaissance|apprendre|être conscient|être consciente|prendre conscience|être sensibilisé|être sensibilisés|se sensibiliser|se familiariser|être familiarisé|être familier|apprécier|réaliser que|saisir|s'approprier|approfondir|découvrir|acquérir des connaissances|avoir une compréhension|croire|réfléchir|être informé|être informés|s'initier|avoir des notions|ressentir`.split(
      '|',
    ),
  observable:
    `citer nommer énumérer lister réciter définir énoncer associer sélectionner identifier repérer localiser cocher indiquer reconnaître rappeler relever
    décrire expliquer résumer reformuler illustrer classer regrouper trier traduire rapporter interpréter distinguer discuter déduire exposer commenter
    appliquer utiliser calculer compléter conduire démontrer effectuer employer exécuter mesurer mettre mener mobiliser pratiquer préparer présenter programmer remplir résoudre simuler tester trouver montrer réaliser
    analyser catégoriser cartographier comparer confronter décomposer détecter diagnostiquer différencier disséquer estimer examiner explorer inspecter mettre opposer rapprocher relier séparer situer structurer tracer vérifier
    argumenter arbitrer choisir conclure convaincre critiquer débattre décider défendre déterminer évaluer hiérarchiser juger justifier noter peser plaider prioriser recommander rejeter réviser valider conseiller coter
    adapter agencer assembler bâtir combiner composer concevoir construire créer dessiner développer dresser ébaucher élaborer esquisser établir fixer formuler imaginer inventer modéliser modifier négocier organiser planifier produire projeter proposer rédiger refondre réorganiser schématiser tracer écrire
    ajuster animer attribuer chiffrer collecter compter consigner corriger dater demander donner échanger expérimenter faire interroger intervenir lire nouer ouvrir partager placer poser répartir répondre situer tenir tirer`.split(
      /\s+/,
    ),
  samples: {
    remember: ['citer', 'nommer', 'définir'],
    understand: ['expliquer', 'distinguer', 'résumer'],
    apply: ['calculer', 'remplir', 'démontrer'],
    analyse: ['comparer', 'cartographier', 'examiner'],
    evaluate: ['évaluer', 'décider', 'argumenter'],
    create: ['rédiger', 'concevoir', 'élaborer'],
  },
})

// As verbal nouns (تحديد), in the present with or without "an" (أن يحدد, يحدد, نحدد), and in the plural.
const ar = verbs({
  fold: arabicFold,
  vague:
    `فهم|معرفة|إدراك|تعلم|الوعي|التعرف على|الإلمام|استيعاب|تقدير أهمية|الاطلاع على|التعمق|يفهم|يعرف|يدرك|يتعلم|يعي|يلم|يستوعب|يتعرف على|يطلع على|أن يفهم|أن يعرف|أن يدرك|أن يتعلم|أن يعي|أن يلم|أن يستوعب|أن يتعرف على|أن يفهموا|أن يعرفوا|أن يدركوا|أن يتعلموا|يفهمون|يعرفون|يدركون|يتعلمون`.split(
      '|',
    ),
  observable: `أن ذكر تسمية تعداد تعريف سرد مطابقة اختيار تحديد تعيين استرجاع
    وصف شرح تلخيص إعادة توضيح تصنيف تجميع فرز ترجمة تفسير تمييز مناقشة استنتاج عرض بيان
    تطبيق استخدام استعمال حساب إكمال إجراء تنفيذ قياس إعداد ملء حل اختبار إيجاد إثبات
    تحليل مقارنة مقابلة ربط تشخيص تفكيك تقدير فحص رسم تتبع هيكلة تدقيق التحقق تفريق
    تقييم تقويم حكم ترتيب تبرير دفاع نقد مراجعة توصية ترجيح قرار اتخاذ تسويغ مناظرة محاججة
    تكييف بناء تركيب تصميم إنشاء صياغة وضع كتابة تخطيط إنتاج اقتراح تطوير تعديل تنظيم ابتكار تأليف نمذجة تفاوض التفاوض إقامة
    يذكر يسمي يعدد يعرّف يطابق يختار يحدد يعين يصف يشرح يلخص يوضح يصنف يجمع يفرز يترجم يفسر يميز يناقش يستنتج يعرض يبين يطبق يستخدم يحسب يكمل يجري ينفذ يقيس يعد يملأ يحل يختبر يجد
    يحلل يقارن يقابل يربط يشخص يفكك يقدر يفحص يرسم يتتبع يدقق يتحقق يفرق يقيم يقوم يحكم يرتب يبرر يدافع ينتقد يراجع يوصي يرجح يقرر يتخذ يناظر يكيف يبني يركب يصمم ينشئ يصوغ يضع يكتب يخطط ينتج يقترح يطور يعدل ينظم يبتكر يؤلف يتفاوض`.split(
    /\s+/,
  ),
  samples: {
    remember: ['ذكر', 'تسمية', 'تعريف'],
    understand: ['شرح', 'تمييز', 'تلخيص'],
    apply: ['حساب', 'تطبيق', 'ملء'],
    analyse: ['مقارنة', 'تحليل', 'رسم'],
    evaluate: ['تقييم', 'اتخاذ', 'تبرير'],
    create: ['صياغة', 'تصميم', 'وضع'],
  },
})

const LANGUAGES: Readonly<Record<string, ObjectiveVerbs>> = { ar, en, fr }
