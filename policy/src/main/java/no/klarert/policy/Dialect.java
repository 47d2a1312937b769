package no.klarert.policy;

/** Which reading of XACML a policy is compiled for. The two give different plans; the evaluator knows no options. */
public enum Dialect {
    /** XACML 3.0 as OASIS published it. Whatever is unknown or wrongly typed is refused when the policy is compiled. */
    STANDARD,

    /**
     * The reading of Altinn's decision service, which published Norwegian policies are written for.
     *
     * <ul>
     *   <li>A rule is tested category by category: resource and action of every rule first, then subject and condition of
     *       the rules that matched both. Other categories of a target, and the policy's own target, are not tested.
     *   <li>Within a category every {@code AllOf} of every {@code AnyOf} is an alternative, where the standard requires each
     *       {@code AnyOf}. An {@code AllOf} that mixes categories is split.
     *   <li>All alternatives are tried in document order and none cuts the others short. A mandatory attribute that is absent
     *       turns the outcome into "missing", a later alternative that holds turns it back, and the last one wins. "Missing"
     *       in the resource or action of a rule that did not match both makes the decision Indeterminate with
     *       {@code missing-attribute}; in the subject it makes that rule Indeterminate.
     *   <li>A function, pattern or value that this dialect cannot work with is a warning when the policy is compiled. It is
     *       reached when the attribute it is tried on has a value of the literal's data type, and then the whole decision is
     *       Indeterminate with {@code syntax-error}.
     *   <li>An unknown combining algorithm gives Indeterminate with status ok. Algorithms for policies are accepted where
     *       those for rules belong.
     *   <li>Only literal Permit obligations directly under the policy are carried over; advice and the obligations of rules
     *       are not.
     *   <li>Attributes are echoed unless the decision is Indeterminate, and only if a rule matched on resource and action.
     * </ul>
     */
    ALTINN
}
