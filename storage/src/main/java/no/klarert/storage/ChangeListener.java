package no.klarert.storage;

/** Whoever keeps what was read from the store. Called by threads of the store; must be quick and never throw. */
public interface ChangeListener {
    /** May be told more than once. */
    void changed(Change change);

    /** Changes may have gone by untold: nothing that was read before this can be trusted. */
    void mayHaveMissed();
}
