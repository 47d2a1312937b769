package no.klarert.systemuser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemUserProblemTest {
    /** System user API §10.1, the table of detail codes. */
    @ParameterizedTest
    @CsvSource({
        "Unknown, AUTH-00014",
        "RoleAccess, AUTH-00014",
        "MissingRoleAccess, AUTH-00016",
        "MissingDelegationAccess, AUTH-00018",
        "MissingPackageAccess, AUTH-00068",
        "AccessListValidationFail, AUTH-00069",
        "ResourceNotDelegable, AUTH-00070",
        "ResourceIsMaskinPortenSchema, AUTH-00071",
        "'', AUTH-00014",
    })
    void maps_the_first_detail_code_to_a_problem(String detailCode, String code) {
        var problem = SystemUserProblem.ofDetailCode(detailCode);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.status()).isEqualTo(403);
    }

    @Test
    void gives_every_problem_a_code_of_its_own() {
        assertThat(Stream.of(SystemUserProblem.values()).map(SystemUserProblem::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("AUTH-\\d{5}"));
        assertThat(Stream.of(ValidationCode.values()).map(ValidationCode::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("AUTH\\.VLD-\\d{5}"));
    }
}
