/** Every limit a person or a program can run into, with its unit in its name. */

export const maxTitleLength = 200
export const maxChallengeLength = 2_000
export const maxPersonNameLength = 80
export const maxOrganisationLength = 120
export const minPasswordLength = 10
export const maxPasswordLength = 200

export const maxImageBytes = 10 * 1024 * 1024
/** Pictures on one board, all together and by one person; each counts once, however often it is used. */
export const maxFileBytesPerBoard = 1024 * 1024 * 1024
export const maxFileBytesPerPerson = 256 * 1024 * 1024
/** Uploads of one person that may be under way at once; each is held in memory until it is whole. */
export const maxUploadsAtOnce = 4
/** A picture of 10 MB over a line of 64 kbit/s takes 21 minutes. */
export const maxRequestMs = 30 * 60 * 1_000
/** A request or an answer of which nothing has come or gone for so long is given up. */
export const maxIdleRequestMs = 2 * 60 * 1_000
/** A board that somebody brings as a file, its pictures inside. */
export const maxBoardFileBytes = 50 * 1024 * 1024
export const maxJsonBodyBytes = 256 * 1024

export const maxFrameBytes = 8 * 1024 * 1024
export const maxRecordBytes = 256 * 1024
export const maxDocumentBytes = 50 * 1024 * 1024
/** What one person may write alone before it is revealed. */
export const maxShapesPerLayer = 500
/** Whose a shape was is known this long after it was taken off a board: for so many others. */
export const maxGoneShapes = 10_000
/** Ideas that are brought into a zone in one go, and the letters of one. */
export const maxIdeasAtOnce = 500
export const maxIdeaLength = 1_000
export const maxShapesPerPage = 10_000
/** Of one board. */
export const maxPages = 20
/** How far from the middle a file's shapes may lie, in units of the page: nobody gets further by hand. */
export const maxReach = 10_000_000
/** Of one connection, and of all connections of one person together: two seconds' worth may come at once. */
export const maxMessagesPerSecond = 500
export const maxBytesPerSecond = 8 * 1024 * 1024
export const maxMessagesPerSecondPerPerson = 1_500
export const maxBytesPerSecondPerPerson = 16 * 1024 * 1024
/** Tabs and devices of one person on one board. */
export const maxConnectionsPerPerson = 30
/** How deep types (paragraphs in lists in lists) and values (objects in arrays) may lie in one another. */
export const maxNestedTypes = 100
export const maxNestedValues = 100
/**
 * Yjs client ids that one update may name: each of them costs every later opening of the board some bytes. Whoever brings
 * a whole board back, after damage, names all who have ever written on it, one for each of their visits.
 */
export const maxClientsPerUpdate = 20_000
export const maxAwarenessBytes = 8 * 1024
/** What a board keeps in memory while its store takes no writes; then writers are sent away until it does. */
export const maxUncommittedBytes = 32 * 1024 * 1024
/** What may wait for a board that is still loading, for each connection. */
export const maxQueuedMessages = 256
export const maxQueuedBytes = 1024 * 1024 * 9

/** Of one person, on one board; two seconds' worth may come at once, and what is more is not shown. */
export const maxReactionsPerSecond = 5

/** Of one person, to the session of a board; two seconds' worth may come at once. */
export const maxCommandsPerSecond = 20
/** Of one person, of what she wrote alone; all of them may come at once. */
export const maxOwnRevealsPerMinute = 30

/** Wrong typed codes a minute, from one device and from one network address (a room shares one). */
export const maxWrongCodesPerDevicePerMinute = 10
export const maxWrongCodesPerAddressPerMinute = 100

/** Failed sign-ins in the window: for one account from one address, and from one address altogether. */
export const maxFailedSignIns = 10
export const maxFailedSignInsPerAddress = 100
export const signInLimitWindowMs = 5 * 60 * 1_000

/** How long a deleted board can be brought back. */
export const deletedBoardKeptDays = 30

/** What a board keeps of its past. Automatic checkpoints make way for newer ones; saved ones never do. */
export const maxManualCheckpoints = 100
export const maxCheckpointBytes = 32 * 1024 * 1024
export const maxCheckpointsBytes = 256 * 1024 * 1024
/** A board on which people write gets a checkpoint this often. */
export const automaticCheckpointEveryMs = 10 * 60 * 1_000

/** Drawings of boards (SVG) that may wait for one another. */
export const maxWaitingPictures = 50

/** People for whom one device on a table may stand. */
export const maxPeopleOfTable = 50

/** Rounds of voting that a board keeps. */
export const maxVotesOfBoard = 200
/** Of one person, put or taken back: two seconds' worth may come at once. */
export const maxDotsPerSecond = 100

/** Zones of one board: as many as a template may have. */
export const maxZones = 200
/** Of a side, in the board's units; and how far from the board's middle a zone may begin. */
export const minZoneSide = 100
export const maxZoneSide = 100_000
export const maxZonePlace = 800_000
/** In one language. */
export const maxZoneHeadingLength = 120
export const maxZonePromptLength = 400
/** What a zone may ask of its notes; more would not fit on one. */
export const maxFieldsPerZone = 4
/** Characters of a value of words, such as an owner or a source. */
export const maxValueLength = 200
/** Either side of 0: above it a number of JavaScript would no longer be exact to the hundredth. */
export const maxAmount = 1e13

/** What goes from one board to another in one go, and what is shown of a board to choose from. */
export const maxCopiesAtOnce = 500
/** What copies may be made of in one go: a drawing is one thing of many strokes. */
export const maxCopiedShapes = 2_000
export const maxOfferedItems = 1_000
/** Boards that feed another one, of which it is counted what they have for it: each has to be read for that. */
export const maxCountedFeeds = 5
/** Boards of a pilot, those changed last, that are read to know their zones or to find copies, and copies named of each. */
export const maxReadForOneBoard = 50
export const maxNamedCopies = 2_000
/** Of one person, to read other boards and to copy from them; all of them may come at once. */
export const maxFeedRequestsPerMinute = 60

/** A template as a file, and how many steps one may have; a session has the same bound. */
export const maxTemplateFileBytes = 1024 * 1024
export const maxTemplateSteps = 100
/** Faults of a file that are said at once: whoever mends it finds the next ones then. */
export const maxTemplateFaults = 50
/** Templates of one's own, those put away included. */
export const maxOwnTemplates = 500
/** As it stands on a card. */
export const maxTemplateSummaryLength = 300
