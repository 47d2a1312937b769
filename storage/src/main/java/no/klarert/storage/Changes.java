package no.klarert.storage;

/**
 * What transactions have written, told on every node soon after their commit. Where the node itself wrote, listeners have been told
 * when the transaction ends for its caller.
 */
public interface Changes {
    /** From now on {@code listener} hears of every change. */
    void listen(ChangeListener listener);

    /**
     * Whether everything that was committed on any node, but for the last moments, has been told. While it is not, whoever keeps
     * what was read must read again.
     */
    boolean areKnown();
}
