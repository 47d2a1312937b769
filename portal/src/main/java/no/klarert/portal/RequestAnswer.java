package no.klarert.portal;

import java.util.List;
import no.klarert.vocabulary.AuthenticationLevel;

/** What came of answering a request. In every case but {@link Done} nothing has changed. */
public sealed interface RequestAnswer {
    /** The request now has the answer that was given. */
    record Done() implements RequestAnswer {}

    /** It was answered or closed before, by this person or another. */
    record AnsweredBefore() implements RequestAnswer {}

    /** There is no such request, or it is not for this person to see. */
    record NotFound() implements RequestAnswer {}

    /** The person is not access manager of the customer. */
    record MayNotAnswer() implements RequestAnswer {}

    /** The person cannot pass on all that is asked for. */
    record LacksRights(List<MissingRight> missing) implements RequestAnswer {
        public LacksRights {
            missing = List.copyOf(missing);
        }
    }

    /** The person must log in more surely. */
    record LevelTooLow(AuthenticationLevel required) implements RequestAnswer {}

    /**
     * Any other rule stands in the way.
     *
     * @param code the problem's code (system user API §3.6), such as {@code AUTH-00004}
     */
    record Refused(String code) implements RequestAnswer {}
}
