/**
 * Verbs met in sales briefs, by base form. A closed list is enough: it decides
 * whether a phrase is something done or something owned, and an unknown verb
 * behind "we", "they" or "to" is recognised by its place instead.
 */
export const regularVerbs: readonly string[] = `
accept access achieve acquire act adapt add adjust adopt advertise advise agree aim align allow analyse analyze answer appear apply approve arrange
arrive ask assemble assess assign assist attend attract audit automate avoid balance base batch bake bill blend block book boost bother bottle brand brew bridge browse budget
bundle calculate calibrate call cancel capture care carry cause centralise centralize certify challenge change charge chase check clarify clean clear climb close coach coat collect combine
compare compete compile complain complete comply compress concern conduct configure confirm connect consider consolidate consult contact contain contract control convert convince
cook cool coordinate copy correct count cover craft create crop cure customise customize decide declare decorate decrease defend define delay delegate delete deliver demand deploy depend describe design destroy detect
develop diagnose digitise digitize direct discover discuss dispatch display distribute document double download draft drain drop dry ease edit educate eliminate email embed employ empower enable encourage end enforce
engage engineer enjoy enroll ensure enter equip establish estimate evaluate examine exceed exchange execute expand expect expire explain explore export expose extend extract face facilitate fail farm ferment file
fill film filter finance finish fish fix fold follow force forecast form frame free freeze fulfil fulfill function fund furnish gain gather generate govern grade graze groom guarantee guard guess guide hand handle happen harvest hate haul heat help
hire host house identify ignore illustrate implement import improve include increase inform insert inspect install insulate insure integrate interview introduce inventory invest investigate invite invoice involve irrigate issue join
juggle keep key label lack land last launch layer learn lease level leverage license lift limit line link list listen load locate lock log look lower machine mail maintain manage manufacture map mark market master match mature maximise maximize measure
merge migrate mill mind minimise minimize mix model modernise modernize monitor motivate move mow name need negotiate network notice notify nurture observe offer onboard open operate optimise optimize orchestrate order organise organize outfit outsource overhaul oversee own
pack package paint park partner pass patch patrol pave perform permit phone pick pickle pilot place plan plant play plumb polish position post pour power practice practise predict prefer prep prepare present press prevent price print prioritise prioritize process procure produce profile
program project promote protect prove provide publish pull pump purchase push qualify question queue quote race raise rank rate reach react realise realize receive recommend reconcile record recover recruit recycle redesign reduce refer refill refine refinish
refurbish refuse register regulate reject relate release rely remain remember remind remodel remove renew renovate rent repair repeat replace reply report represent request require research resell reserve resolve respond restock restore retain retire retrain return
reuse reveal review rework rinse risk roast roll roof rotate route rush safeguard sample satisfy save scale scan schedule scoop score scout screen search seal secure segment select separate serve service settle share shift ship shop shorten shorten shred sign simplify skip slow smooth
sort sound source spot spray stack staff stage stall standardise standardize start state stay stock stop store stream streamline stretch structure struggle study submit subscribe suffer suggest suit supervise supply support survey suspend swap sweat switch tailor talk target taste tend test
tie tighten tint touch tour tow trace track trade train transcribe transfer transform translate transport treat trigger trim triple trust try tune turn tutor type unify unlock update upgrade upload upsell use utilise utilize validate value vary verify view visit wait walk want warn wash waste watch water weave
weigh weld wire witness wonder work worry wrap yield zip complain hope love like hate miss dread fear juggle wrestle chase scramble drown swamp rekey retype
consult melt stretch dissolve absorb crumble glow bounce spread-out double-check backfill overbook reheat defrost misplace mislay photograph cater landscape ghostwrite translate subtitle digitise inspect refit recondition regrind sharpen resurface fabricate laser-cut mould mold stitch embroider dye knit bind sew-up
crack rot slip click pile overwater overflow leave-out accumulate admire afford age alarm amaze annoy anticipate apologise apologize argue arise arouse assume assure await ban bang bark battle beg behave
belong bend blame blink block blow boil bomb bore borrow bow brush bump bury buzz camp celebrate charm cheat cheer chew chop circle claim clap clash claw cling clip clog
coil collapse comfort command compensate compost compound confess confuse congratulate corrode cough crash crawl cripple criticise cross crush cry cycle damage dance dare deceive halve decay decline defer degrade delight
deny deplete deserve despise deter deteriorate disagree disappear disappoint discard discourage dislike disrupt disturb dive divide dodge doubt drag drip dump earn echo elapse emerge emit endure envy erode err
escape evaporate exclude excuse exist expose fade faint fear fetch fiddle fizzle flap flash flee flicker float flood flow flunk forgive frighten frustrate fumble gamble gasp ghost glare glue grab
grip groan grumble guzzle hamper happen harm haunt heal hesitate hinder hurry hurt impress infest inflate infuriate injure intend interfere interrupt irritate itch jam jump kick kill knock leak lag
languish last lick lie linger litter lodge loom lurk manage matter mess mislead mistake mix moan mock mount multiply mumble nag neglect nod obey object occupy offend overcharge overestimate overheat
overload overlook overorder overspray overstock overwhelm overwork owe paste peel persist pester pinch plague plead plummet plunge poke possess postpone pound pour preach preserve pretend price-out proceed prolong pronounce puncture
punish puzzle quarrel reappear rebook re-enter re-key re-type recur redo refund regret reign reinvent rejoice relax rescue resent resign resist resort retry reuse reverse revert ring-up rinse ruin rust sag
sack scatter scold scrape scratch scream screw scrub seep seize shake shatter shelter shiver shock shrink shrug sigh sink sip skid slap slam sleep slide slump smash smell smile smoke
snag snatch sneak sneeze sniff snooze soak soar spark sparkle spare spell spike spill spoil sprint squash squeal squeeze stain stare startle starve stink stir stitch strangle strand strap strip
stroll strike-out stumble stutter succeed suck suffocate surge surprise surrender swallow sway swell swerve sync tame tangle tap tease telephone tempt terrify thaw thank threaten thrive tick tickle tip tire
toss trap travel treat tremble trick trickle trip trot trouble tug tumble twist undercharge underestimate undermine unite unload unpack upset vanish veto wade wander warm warp waver wear-out whine whisper
whistle wilt wink wipe wobble worsen wreck wrinkle yawn yell churn exceed rework reschedule reorder hurt mean jump triple quadruple
`
  .split(/\s+/)
  .filter((word) => word !== "");

/** Base form → [past, participle] where they are not "-ed". */
export const irregularVerbs: Readonly<Record<string, readonly [string, string]>> = {
  be: ["was", "been"],
  become: ["became", "become"],
  begin: ["began", "begun"],
  bid: ["bid", "bid"],
  bind: ["bound", "bound"],
  break: ["broke", "broken"],
  breed: ["bred", "bred"],
  bring: ["brought", "brought"],
  build: ["built", "built"],
  burn: ["burned", "burned"],
  buy: ["bought", "bought"],
  catch: ["caught", "caught"],
  choose: ["chose", "chosen"],
  come: ["came", "come"],
  cost: ["cost", "cost"],
  cut: ["cut", "cut"],
  deal: ["dealt", "dealt"],
  dig: ["dug", "dug"],
  do: ["did", "done"],
  draw: ["drew", "drawn"],
  drive: ["drove", "driven"],
  eat: ["ate", "eaten"],
  fall: ["fell", "fallen"],
  feed: ["fed", "fed"],
  feel: ["felt", "felt"],
  fight: ["fought", "fought"],
  find: ["found", "found"],
  fit: ["fitted", "fitted"],
  fly: ["flew", "flown"],
  forget: ["forgot", "forgotten"],
  get: ["got", "got"],
  give: ["gave", "given"],
  go: ["went", "gone"],
  grind: ["ground", "ground"],
  grow: ["grew", "grown"],
  have: ["had", "had"],
  hear: ["heard", "heard"],
  hide: ["hid", "hidden"],
  hit: ["hit", "hit"],
  hold: ["held", "held"],
  keep: ["kept", "kept"],
  know: ["knew", "known"],
  lay: ["laid", "laid"],
  lead: ["led", "led"],
  leave: ["left", "left"],
  lend: ["lent", "lent"],
  let: ["let", "let"],
  lose: ["lost", "lost"],
  make: ["made", "made"],
  mean: ["meant", "meant"],
  meet: ["met", "met"],
  offset: ["offset", "offset"],
  outgrow: ["outgrew", "outgrown"],
  overpay: ["overpaid", "overpaid"],
  overspend: ["overspent", "overspent"],
  pay: ["paid", "paid"],
  put: ["put", "put"],
  quit: ["quit", "quit"],
  read: ["read", "read"],
  rebuild: ["rebuilt", "rebuilt"],
  ride: ["rode", "ridden"],
  ring: ["rang", "rung"],
  rise: ["rose", "risen"],
  run: ["ran", "run"],
  say: ["said", "said"],
  see: ["saw", "seen"],
  sell: ["sold", "sold"],
  send: ["sent", "sent"],
  set: ["set", "set"],
  sew: ["sewed", "sewn"],
  shake: ["shook", "shaken"],
  shrink: ["shrank", "shrunk"],
  sink: ["sank", "sunk"],
  slide: ["slid", "slid"],
  strike: ["struck", "struck"],
  hurt: ["hurt", "hurt"],
  cling: ["clung", "clung"],
  flee: ["fled", "fled"],
  tear: ["tore", "torn"],
  overrun: ["overran", "overrun"],
  arise: ["arose", "arisen"],
  shoot: ["shot", "shot"],
  show: ["showed", "shown"],
  shut: ["shut", "shut"],
  sit: ["sat", "sat"],
  sleep: ["slept", "slept"],
  speak: ["spoke", "spoken"],
  spend: ["spent", "spent"],
  spin: ["spun", "spun"],
  split: ["split", "split"],
  spread: ["spread", "spread"],
  stand: ["stood", "stood"],
  steal: ["stole", "stolen"],
  stick: ["stuck", "stuck"],
  sweep: ["swept", "swept"],
  swing: ["swung", "swung"],
  take: ["took", "taken"],
  teach: ["taught", "taught"],
  tell: ["told", "told"],
  think: ["thought", "thought"],
  throw: ["threw", "thrown"],
  understand: ["understood", "understood"],
  undo: ["undid", "undone"],
  wear: ["wore", "worn"],
  win: ["won", "won"],
  wind: ["wound", "wound"],
  withdraw: ["withdrew", "withdrawn"],
  write: ["wrote", "written"],
  rewrite: ["rewrote", "rewritten"],
  underpay: ["underpaid", "underpaid"],
};

/** Verbs whose last consonant doubles before "-ing" and "-ed" though the word has more than one syllable, or is short. */
export const doublingVerbs: ReadonlySet<string> = new Set(
  "begin bid bet cut dig drag drop fit forget get grab hit let log map mop outfit pack-up permit plan prefer prep program put quit refer refit ring-fence run scan set ship shop shred shut sit skip slip spin split spot stop submit swap tag tap transfer trim upset wrap zip win plot plug prop rub scrap scrub ship slot snap step strip tap trap trip whip overrun outrun admit commit equip occur regret offset".split(
    " ",
  ),
);
