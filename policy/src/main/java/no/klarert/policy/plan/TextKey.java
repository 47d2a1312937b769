package no.klarert.policy.plan;

/** An attribute and how its values are compared with texts: what an index of children looks under. */
record TextKey(Slot slot, TextForm form) {}
