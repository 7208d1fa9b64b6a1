// What scripts add to pages that work without them.
document.documentElement.dataset.ready = "true";
