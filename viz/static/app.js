// What scripts add to pages that work without them. Chromium 86 is enough.
import { watchDrawers } from "./drawers.js";
import { watchForms } from "./forms.js";
import { watchImports } from "./imports.js";
import { watchMenus } from "./menus.js";
import { watchPaper } from "./paper.js";
import { watchQueue } from "./queue.js";
import { showLine } from "./reader.js";
import { watchSeek } from "./seek.js";
import { watchSuggest } from "./suggest.js";
import { watchTiles } from "./tiles.js";
import { watchWeights } from "./weights.js";

watchMenus();
watchForms();
watchImports();
watchTiles();
watchDrawers();
watchSeek();
watchSuggest();
watchQueue();
watchWeights();
watchPaper();
showLine();
document.documentElement.dataset.ready = "true";
