package no.klarert.examples.kravogbetalinger;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The only writer of errors (Krav og betalinger, errors). They are JSON whatever the caller accepts, and name no causes. */
@RestControllerAdvice
final class ErrorAnswers {
    static final String UNKNOWN_ADDRESS = "Ukjent adresse";
    static final String UNEXPECTED = "Uventet feil";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    @ExceptionHandler
    ResponseEntity<Feil> refused(Refusal refusal, HttpServletRequest request) {
        var headers = new HttpHeaders();
        refusal.challenge().ifPresent(challenge -> headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge));
        return answer(refusal.code(), refusal.code().status(), refusal.text(), headers, request);
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    ResponseEntity<Feil> unknownAddress(HttpServletRequest request) {
        return answer(Feilkode.KB_003, Feilkode.KB_003.status(), UNKNOWN_ADDRESS, new HttpHeaders(), request);
    }

    /** The address is known, but not with this method; {@code Allow} says with which (RFC 9110 §15.5.6). */
    @ExceptionHandler
    ResponseEntity<Feil> wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        return answer(
                Feilkode.KB_003,
                HttpStatus.METHOD_NOT_ALLOWED,
                "Adressen svarer ikke på denne metoden",
                wrong.getHeaders(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Feil> notAcceptable(HttpMediaTypeNotAcceptableException wrong, HttpServletRequest request) {
        return answer(
                Feilkode.KB_008,
                Feilkode.KB_008.status(),
                "Svaret finnes bare som application/json",
                new HttpHeaders(),
                request);
    }

    /** Whatever Spring itself finds wrong with a request, and what nobody expected. */
    @ExceptionHandler
    ResponseEntity<Feil> other(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return answer(
                    Feilkode.KB_006, response.getStatusCode(), "Ugyldig forespørsel", response.getHeaders(), request);
        }
        LOG.error("unexpected failure", failure);
        return answer(Feilkode.KB_001, Feilkode.KB_001.status(), UNEXPECTED, new HttpHeaders(), request);
    }

    private static ResponseEntity<Feil> answer(
            Feilkode code, HttpStatusCode status, String text, HttpHeaders headers, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Feil(code.code(), text, Korrelasjonsid.of(request).toString()));
    }
}
