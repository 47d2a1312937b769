package no.klarert.policy.plan;

/** An attribute and how its values are compared with texts: what an index of children looks under. */
record TextKey(Slot slot, TextForm form) {
    /** The text by which a value is looked for. */
    String text(String value) {
        return form == TextForm.EXACT ? value : form.text(value);
    }
}
