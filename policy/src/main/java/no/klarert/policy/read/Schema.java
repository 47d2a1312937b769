package no.klarert.policy.read;

import static no.klarert.policy.read.Shape.Content.ANYTHING;
import static no.klarert.policy.read.Shape.Content.ELEMENTS;
import static no.klarert.policy.read.Shape.Content.TEXT;
import static no.klarert.policy.read.Shape.Occurrence.ANY;
import static no.klarert.policy.read.Shape.Occurrence.EXPECTED;
import static no.klarert.policy.read.Shape.Occurrence.ONE;
import static no.klarert.policy.read.Shape.Occurrence.OPTIONAL;
import static no.klarert.policy.read.Shape.Occurrence.SOME;

import java.util.Map;
import no.klarert.policy.read.Shape.Part;

/** The elements of a policy as the schema of XACML 3.0 (xacml-core-v3-schema-wd-17) has them. */
final class Schema {
    static final String[] EXPRESSIONS = {
        "Apply", "AttributeDesignator", "AttributeSelector", "AttributeValue", "Function", "VariableReference"
    };

    private static final Part DESCRIPTION = Part.of(OPTIONAL, "Description");
    private static final Part OBLIGATIONS = Part.of(OPTIONAL, "ObligationExpressions");
    private static final Part ADVICE = Part.of(OPTIONAL, "AdviceExpressions");
    private static final Part EXPRESSION = Part.of(ONE, EXPRESSIONS);
    private static final Part ASSIGNMENTS = Part.of(ANY, "AttributeAssignmentExpression");

    private static final Shape REFERENCE = Shape.of(TEXT).optional("Version", "EarliestVersion", "LatestVersion");

    /** Every element this reader knows, by local name. No two kinds of element share a name. */
    static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry(
                    "Policy",
                    Shape.of(
                                    ELEMENTS,
                                    DESCRIPTION,
                                    Part.of(OPTIONAL, "PolicyIssuer"),
                                    Part.of(OPTIONAL, "PolicyDefaults"),
                                    Part.of(EXPECTED, "Target"),
                                    Part.of(
                                            ANY,
                                            "CombinerParameters",
                                            "RuleCombinerParameters",
                                            "VariableDefinition",
                                            "Rule"),
                                    OBLIGATIONS,
                                    ADVICE)
                            .required("RuleCombiningAlgId")
                            .expected("PolicyId", "Version")
                            .optional("MaxDelegationDepth")),
            Map.entry(
                    "PolicySet",
                    Shape.of(
                                    ELEMENTS,
                                    DESCRIPTION,
                                    Part.of(OPTIONAL, "PolicyIssuer"),
                                    Part.of(OPTIONAL, "PolicySetDefaults"),
                                    Part.of(EXPECTED, "Target"),
                                    Part.of(
                                            ANY,
                                            "PolicySet",
                                            "Policy",
                                            "PolicySetIdReference",
                                            "PolicyIdReference",
                                            "CombinerParameters",
                                            "PolicyCombinerParameters",
                                            "PolicySetCombinerParameters"),
                                    OBLIGATIONS,
                                    ADVICE)
                            .required("PolicyCombiningAlgId")
                            .expected("PolicySetId", "Version")
                            .optional("MaxDelegationDepth")),
            Map.entry("PolicySetIdReference", REFERENCE),
            Map.entry("PolicyIdReference", REFERENCE),
            Map.entry("PolicySetDefaults", Shape.of(ANYTHING)),
            Map.entry("PolicyCombinerParameters", Shape.of(ANYTHING)),
            Map.entry("PolicySetCombinerParameters", Shape.of(ANYTHING)),
            Map.entry(
                    "Rule",
                    Shape.of(
                                    ELEMENTS,
                                    DESCRIPTION,
                                    Part.of(OPTIONAL, "Target"),
                                    Part.of(OPTIONAL, "Condition"),
                                    OBLIGATIONS,
                                    ADVICE)
                            .required("RuleId", "Effect")),
            Map.entry("Description", Shape.of(TEXT)),
            Map.entry("PolicyIssuer", Shape.of(ANYTHING)),
            Map.entry("PolicyDefaults", Shape.of(ANYTHING)),
            Map.entry("CombinerParameters", Shape.of(ANYTHING)),
            Map.entry("RuleCombinerParameters", Shape.of(ANYTHING)),
            Map.entry("Target", Shape.of(ELEMENTS, Part.of(ANY, "AnyOf"))),
            Map.entry("AnyOf", Shape.of(ELEMENTS, Part.of(SOME, "AllOf"))),
            Map.entry("AllOf", Shape.of(ELEMENTS, Part.of(SOME, "Match"))),
            Map.entry(
                    "Match",
                    Shape.of(
                                    ELEMENTS,
                                    Part.of(ONE, "AttributeValue"),
                                    Part.of(ONE, "AttributeDesignator", "AttributeSelector"))
                            .required("MatchId")),
            Map.entry("Condition", Shape.of(ELEMENTS, EXPRESSION)),
            Map.entry(
                    "Apply",
                    Shape.of(ELEMENTS, DESCRIPTION, Part.of(ANY, EXPRESSIONS)).required("FunctionId")),
            Map.entry("Function", Shape.of(ELEMENTS).required("FunctionId")),
            Map.entry("VariableReference", Shape.of(ELEMENTS).required("VariableId")),
            Map.entry("VariableDefinition", Shape.of(ELEMENTS, EXPRESSION).required("VariableId")),
            Map.entry("AttributeValue", Shape.of(TEXT).required("DataType")),
            Map.entry(
                    "AttributeDesignator",
                    Shape.of(ELEMENTS)
                            .required("Category", "AttributeId", "DataType")
                            .expected("MustBePresent")
                            .optional("Issuer")),
            Map.entry("AttributeSelector", Shape.of(ANYTHING)),
            Map.entry("ObligationExpressions", Shape.of(ELEMENTS, Part.of(SOME, "ObligationExpression"))),
            Map.entry("ObligationExpression", Shape.of(ELEMENTS, ASSIGNMENTS).required("ObligationId", "FulfillOn")),
            Map.entry("AdviceExpressions", Shape.of(ELEMENTS, Part.of(SOME, "AdviceExpression"))),
            Map.entry("AdviceExpression", Shape.of(ELEMENTS, ASSIGNMENTS).required("AdviceId", "AppliesTo")),
            Map.entry(
                    "AttributeAssignmentExpression",
                    Shape.of(ELEMENTS, EXPRESSION).required("AttributeId").optional("Category", "Issuer")));

    private Schema() {}
}
