package no.klarert.policy.plan;

/**
 * The work that the answers to one document may take together. Each may take as much as a decision on its own; all of them four
 * times as much, and naming their policies as much as it may for one. Never shared between threads.
 */
public final class Allowance {
    /** How many decisions may take all the work that one may. */
    static final int DECISIONS = 4;

    private long deciding = DECISIONS * Evaluation.MOST_WORK;
    private long telling = Evaluation.MOST_WORK_TOLD;

    /** One to decide with. */
    Evaluation deciding(RequestIndex request, int slots) {
        return new Evaluation(request, slots, forOne());
    }

    private long forOne() {
        return Math.min(Evaluation.MOST_WORK, deciding);
    }

    /** Takes off what was spent on a decision; false if it came to nothing because others had taken the work before. */
    boolean covers(Evaluation decided) {
        long given = forOne();
        boolean covered = !decided.hasOverspent() || given < deciding;
        deciding -= given - decided.workLeft();
        return covered;
    }

    /** One to tell about a decision with. */
    Evaluation telling(RequestIndex request, int slots) {
        return new Evaluation(request, slots, telling);
    }

    /** Takes off what was spent on telling; false if not everything could be told. */
    boolean coversAll(Evaluation told) {
        telling = told.workLeft();
        return !told.hasOverspent();
    }
}
