namespace Governance.Host.Rehearsal.Seed;

/// <summary>What generated texts are made of. None of it is anybody's policy.</summary>
internal static class SeedWords
{
    public static readonly IReadOnlyList<string> Subjects =
    [
        "Neglect",
        "Children missing from home",
        "Children missing from care",
        "Children missing education",
        "Child criminal exploitation",
        "Child sexual exploitation",
        "Child sexual abuse in the family",
        "Harmful sexual behaviour",
        "Domestic abuse",
        "Parental conflict",
        "Parental mental ill health",
        "Parental substance misuse",
        "Fabricated or induced illness",
        "Bruising in babies who do not move about",
        "Injuries in under-ones",
        "Safer sleeping",
        "Abusive head trauma",
        "Concealed pregnancy",
        "Unborn babies",
        "Young carers",
        "Private fostering",
        "Children in care placed far away",
        "Care leavers",
        "Disabled children",
        "Children who do not use words",
        "Children educated at home",
        "Elective home education and risk",
        "Exclusion from school",
        "Bullying and prejudice",
        "Self-harm",
        "Suicidal thoughts",
        "Eating disorders",
        "Online harm",
        "Sharing of intimate images",
        "Radicalisation",
        "Serious youth violence",
        "Knife carrying",
        "County lines",
        "Modern slavery",
        "Trafficked children",
        "Unaccompanied asylum-seeking children",
        "Female genital mutilation",
        "Forced marriage",
        "Honour-based abuse",
        "Abuse linked to faith or belief",
        "Child safety in sport",
        "Allegations against staff",
        "People in positions of trust",
        "Safer recruitment",
        "Supervision of staff",
        "Information sharing",
        "Consent and confidentiality",
        "Strategy discussions",
        "Child protection conferences",
        "Core groups",
        "Early help",
        "Transition to adult services",
        "Homeless young people",
        "Hospital discharge",
        "Children not brought to appointments",
        "Family group decision making",
        "Working with fathers",
        "Resistance and disguised compliance",
        "Professional differences",
        "Child deaths",
        "Learning from serious incidents",
        "The voice of the child",
        "Advocacy for children",
        "Interpreters",
        "Children of prisoners",
        "Gambling-related harm",
        "Water safety",
        "Dangerous dogs",
        "Fire setting",
    ];

    public static readonly IReadOnlyList<string> Angles =
    [
        "recognising it early",
        "what to do on the first day",
        "the joint response",
        "recording and sharing",
        "when parents disagree",
        "when the child says no",
        "when services close a case",
        "working across boundaries",
        "supervision and challenge",
        "measuring what changes",
        "thresholds in practice",
        "planning with the family",
        "the role of the lead professional",
        "out of hours",
        "review and closure",
        "the first conversation",
        "risk that lies outside the home",
        "repeat concerns",
        "siblings and other children",
        "moving between areas",
    ];

    public static readonly IReadOnlyList<string> Audiences =
    [
        "schools and colleges",
        "early years settings",
        "general practice",
        "health visiting",
        "maternity services",
        "emergency departments",
        "mental health services",
        "the front door",
        "children's social care",
        "family help teams",
        "youth justice",
        "police response officers",
        "housing services",
        "probation",
        "the voluntary sector",
        "sports clubs",
        "faith communities",
        "foster carers",
        "children's homes",
        "night-time services",
        "transport staff",
        "all practitioners",
    ];

    public static readonly IReadOnlyList<string> Headings =
    [
        "Purpose",
        "Whom this is for",
        "What we know",
        "What we do first",
        "Talking with the child",
        "Talking with parents and carers",
        "Sharing what we know",
        "Deciding together",
        "The plan",
        "When we disagree",
        "Supervision",
        "Recording",
        "Children who need more",
        "Review",
        "Training",
        "How we know that it works",
    ];

    public static readonly IReadOnlyList<string> Who =
    [
        "The lead professional",
        "The designated safeguarding lead",
        "The social worker",
        "The school nurse",
        "The duty manager",
        "The named doctor",
        "The police officer in charge",
        "The health visitor",
        "Whoever hears it first",
        "The team manager",
    ];

    public static readonly IReadOnlyList<string> Times =
    [
        "the same day",
        "before the end of the next working day",
        "within two working days",
        "within five working days",
        "at once, and in writing afterwards",
        "before the family leaves",
        "at every review",
        "when anything changes",
    ];

    public static readonly IReadOnlyList<string> Duties =
    [
        "write down what was seen and heard in the child's own words",
        "ask who else lives in the household and who visits",
        "tell the referrer what was decided and why",
        "check what each agency already knows",
        "see the child alone where that is safe",
        "offer an interpreter and do not use a relative",
        "say plainly what worries us and what has to change",
        "agree who does what by when",
        "name one person whom the family can ring",
        "record who disagreed and on what grounds",
        "bring the case to supervision",
        "look again at earlier concerns as a whole",
        "think about brothers and sisters as well",
        "make a plan for the case that the plan does not work",
        "ask the child what has become better",
    ];

    public static readonly IReadOnlyList<string> Sentences =
    [
        "{who} will {duty} {when}.",
        "Where {subject} is suspected, nobody waits for certainty: {who} acts {when}.",
        "In {audience}, {subject} is often seen as something else first, so the question is asked every time.",
        "A child's account is believed until there is reason not to; {who} will {duty}.",
        "It is not enough to pass on a concern: {audience} {duty} {when}.",
        "If there is doubt about {subject}, {who} asks for advice {when} and writes down what was said.",
        "Each agency keeps its own record of {subject} and shares what others need to know {when}.",
        "Parents and carers are told what is being done about {subject} unless that would put the child at risk.",
        "The partners have agreed that {audience} {duty}, whatever the pressure of work.",
        "{who} looks at the whole history of {subject}, not at the last event alone.",
        "When the first answer is no, {who} asks again in another way and another place.",
        "What works for one family does not work for the next: {audience} agree with them what help looks like.",
    ];

    public static readonly IReadOnlyList<string> Rejections =
    [
        "The section on recording does not say who is told, and by when.",
        "Our officers cannot meet the limit in section four out of hours.",
        "The text does not say what happens when a child moves to another area.",
        "The duty to tell the referrer is missing.",
        "Please say how this fits with the threshold document.",
    ];

    public static readonly IReadOnlyList<string> Withdrawals =
    [
        "Merged into the joint procedure.",
        "Replaced by guidance for the whole region.",
        "The service that it describes has closed.",
        "No longer needed after the review of thresholds.",
    ];

    public static readonly IReadOnlyList<string> Files =
    [
        "annex-contacts",
        "annex-flowchart",
        "annex-checklist",
        "annex-form",
        "annex-words-for-children",
    ];
}
